// Settings: what is set shows at once, and "Hoàn tác" stands beside it for six seconds.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "record/cell_queries.h"
#include "record/member_queries.h"
#include "ui/screen.h"
#include "ui/screens/member_sheet.h"
#include "ui/screens/officer_sheet.h"
#include "ui/screens/photo_sheet.h"
#include "ui/screens/settings_desk.h"
#include "ui/screens/settings_sheets.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class SettingsScreen final : public Screen {
public:
    explicit SettingsScreen(SettingsDesk& desk, std::string_view group = {});
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    void scanned(std::string_view code, Commands& commands) override;

    [[nodiscard]] std::string state() const override;
    void restore(std::string_view state) override { open_group(state); }

    enum class Group { Cell, Room, Display, Keyboard, Device, Safety };

private:
    /// One of a few, all in sight: a row of a group.
    struct Choice {
        std::string key; // settings.KEY and settings.KEY_advice
        std::vector<std::string> options; // Words.
        int chosen = 0;
        std::function<void(int)> choose;
    };
    /// Text or a person behind a row that opens a sheet.
    struct Link {
        std::string title, value;
        std::function<void()> open;
        std::optional<Portrait> person {};
    };
    struct Undo {
        std::string words; // "Đã bật **Giảm chuyển động**"
        std::function<void()> back;
        std::int64_t until_ms = 0;
    };

    // settings.cpp: the page
    void open_group(std::string_view word);
    void draw_groups(Ui& ui, Rect rect);
    void draw_group_strip(Ui& ui, const Rect& rect);
    void draw_body(Ui& ui, Commands& commands, const Rect& rect);
    void draw_footer(Ui& ui, Commands& commands, Rect rect);
    void draw_undo(Ui& ui, const Rect& rect);
    float draw_choice(Ui& ui, const Rect& rect, const Choice& choice);
    float draw_link(Ui& ui, const Rect& rect, const Link& link, std::uint64_t row);
    void draw_sample(Ui& ui, Rect rect) const;
    void draw_sheet(Ui& ui, Commands& commands);
    void open_member(MemberId member);
    void take_text(Commands& commands, const SettingsSheet::Taken& taken);

    // settings_groups.cpp: what each group has
    [[nodiscard]] std::vector<Choice> choices(Ui& ui, Commands& commands);
    [[nodiscard]] std::vector<Choice> display_choices(Ui& ui);
    [[nodiscard]] std::vector<Choice> room_choices(Ui& ui, Commands& commands);
    [[nodiscard]] std::vector<Choice> keyboard_choices(Ui& ui, Commands& commands);
    [[nodiscard]] std::vector<Choice> safety_choices(Ui& ui, Commands& commands);
    [[nodiscard]] std::vector<Link> links(Ui& ui);
    [[nodiscard]] std::vector<Link> cell_links(Ui& ui);
    [[nodiscard]] std::vector<Link> safety_links(Ui& ui);
    [[nodiscard]] Link recovery_link(Ui& ui);
    [[nodiscard]] std::optional<Officer> holder(OfficerRole role) const;
    [[nodiscard]] OfficerRights rights(OfficerRole role) const;
    /// A choice that is a row of `setting`: its id, the values kept there, and their words.
    struct RecordChoice {
        std::string key, id;
        std::vector<std::string> values, options;
        std::string now;
    };
    [[nodiscard]] Choice record_choice(Ui& ui, Commands& commands, const RecordChoice& from);
    void set_machine(
        Ui& ui, const MachineSettings& machine, const std::string& key, const std::string& told);
    void set_in_record(Ui& ui, Commands& commands, const std::string& id, const std::string& value,
        const Told& told);
    void reset_group(Ui& ui, Commands& commands);

    SettingsDesk& m_desk;
    Group m_group = Group::Display;
    Viewer m_viewer;
    Settings m_settings;
    Cell m_cell;
    CellHeading m_heading;
    std::vector<Member> m_members;
    std::vector<Officer> m_officers;
    UnixMs m_now_ms = 0; // When the copy was read.
    UnixMs m_saved_at_ms = 0;
    std::string m_device;
    bool m_to_sync = false; // Its row was touched.
    std::string m_folder; // Where the record lies.
    std::optional<Undo> m_undo;
    std::optional<SettingsSheet> m_sheet;
    std::optional<OfficerSheet> m_officer_sheet;
    std::optional<PhotoSheet> m_photo_sheet;
    std::optional<MemberSheet> m_member_sheet;
    const Record* m_record = nullptr; // The open cell, which outlives its screens.
    OfficerRole m_officer_role = OfficerRole::Clerk; // The sheet's.
};

} // namespace chibo
