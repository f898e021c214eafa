// Chair or clerk signs the minutes: own code first, then the finger.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "meeting/minutes.h"
#include "ui/screen.h"
#include "ui/widgets/signature_pad.h"

namespace chibo {

/// Who signs, and what.
struct Signer {
    MeetingId meeting;
    SignRole role = SignRole::Chair;
    MemberId member;
    std::string name;
    int number = 0; // The avatar's tint.
    std::optional<OfficerId> officer; // Whose code is asked for; none: has no code.
    Date day; // Of the meeting.
};

class SignSheet {
public:
    explicit SignSheet(Signer signer) : m_signer(std::move(signer)) {}

    /// False once it is closed.
    [[nodiscard]] bool draw(Ui& ui, Commands& commands);

private:
    enum class Step { Code, Pad };
    /// What the record answered; shared with the command that asks it after the frame.
    struct Answer {
        bool given = false;
        std::optional<Error> refusal;
    };

    void draw_head(Ui& ui, const Rect& row);
    void draw_steps(Ui& ui, const Rect& row);
    void draw_code(Ui& ui, const Rect& rect, Commands& commands);
    void draw_pad(Ui& ui, Rect rest);
    void draw_buttons(Ui& ui, Rect row, Commands& commands);
    void ask(Commands& commands);
    void take_answer();
    void sign(Commands& commands);
    [[nodiscard]] std::string role_word(const Ui& ui) const;

    Signer m_signer;
    Step m_step = Step::Code;
    std::string m_code;
    std::shared_ptr<Answer> m_answer; // Set while the code is being checked.
    std::optional<Error> m_refusal;
    SignaturePad m_pad;
    bool m_closed = false;
};

} // namespace chibo
