// Ký và khóa: the paper, what is missing, both signatures, the seal; afterwards export and
// amendments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/pages.h"
#include "meeting/sealing.h"
#include "record/sealing_queries.h"
#include "ui/screen.h"
#include "ui/screens/amend_sheet.h"
#include "ui/screens/export_sheet.h"
#include "ui/screens/sign_sheet.h"
#include "ui/widgets/page_preview.h"

namespace chibo {

class SealScreen final : public Screen {
public:
    /// Opened from the rail, or as a meeting's paper from Hồ sơ or Biên bản, with a way back there.
    enum class From { Rail, Records };

    explicit SealScreen(MeetingId meeting, From from = From::Rail) :
        m_meeting(meeting), m_from(from)
    {
    }
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    /// One line of "Trước khi khóa" in words.
    struct CheckWords {
        std::string title;
        std::string caption; // Below a title that holds.
        std::string right; // 8/8
        std::string button; // Empty where nothing is missing.
        Destination to;
    };

    [[nodiscard]] bool sealed() const { return m_seal.has_value(); }
    [[nodiscard]] const std::optional<Signature>& signature(SignRole role) const;
    [[nodiscard]] bool is_signed(SignRole role) const;
    [[nodiscard]] std::string lowest_line(const Ui& ui) const;

    // Where things stand.
    void draw_columns(Ui& ui, Commands& commands);
    void draw_stacked(Ui& ui, Commands& commands);
    void draw_sheets(Ui& ui, Commands& commands);

    // The paper.
    void draw_paper(Ui& ui, const Rect& rect, Commands& commands);
    void draw_paper_title(Ui& ui, Rect row, Commands& commands);
    void draw_paper_buttons(Ui& ui, Rect row);

    // What is missing, or the seal.
    [[nodiscard]] float state_card_height(Ui& ui, float width) const;
    void draw_state_card(Ui& ui, const Rect& rect, Commands& commands);
    void draw_checks(Ui& ui, const Rect& rect, Commands& commands);
    Press draw_check(Ui& ui, const Rect& row, const SealCheck& check, const CheckWords& words,
        bool first_missing);
    [[nodiscard]] CheckWords check_words(const Ui& ui, const SealCheck& check) const;
    [[nodiscard]] CheckWords attendance_words(const Ui& ui, const SealCheck& check) const;
    [[nodiscard]] CheckWords resolution_words(const Ui& ui, const SealCheck& check) const;
    [[nodiscard]] CheckWords tasks_words(const Ui& ui, const SealCheck& check) const;
    [[nodiscard]] CheckWords read_back_words(const Ui& ui, const SealCheck& check) const;
    void draw_seal(Ui& ui, const Rect& rect);
    float draw_amendment(Ui& ui, const Rect& at, const Amendment& amendment);

    // Signatures and the seal's button.
    void draw_signer(Ui& ui, const Rect& rect, SignRole role);
    void draw_sign_button(Ui& ui, const Rect& act, SignRole role);
    void draw_lowest_line(Ui& ui, const Rect& row);
    void draw_actions(Ui& ui, Rect row, float seal_width);

    MeetingId m_meeting;
    From m_from;
    bool m_there = false;
    bool m_may_see = false;
    Viewer m_viewer;
    MinutesContent m_content; // Copies of the record, replaced whole by refresh().
    SealState m_state;
    std::vector<Reading> m_readings;
    std::optional<Seal> m_seal;
    std::vector<Amendment> m_amendments;
    std::optional<Pages> m_pages;
    std::optional<Signer> m_signers[2]; // By SignRole.
    std::string m_viewer_name;

    int m_page = 0;
    bool m_asking = false; // Whether to seal.
    std::optional<PageViewer> m_viewer_sheet;
    std::optional<SignSheet> m_sign;
    std::optional<ExportSheet> m_export;
    std::optional<AmendSheet> m_amend;
};

} // namespace chibo
