// The lock from cold: cell names, the officers' roles without names, the clock; an officer's unlock
// code opens.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/session.h"
#include "ui/ui.h"
#include "ui/widgets/code_keyboard.h"

namespace chibo {

class LockCold {
public:
    void draw(Ui& ui, Session& session);
    /// Takes the code's key, once a job has derived it, to the cell; true when that has opened it.
    /// What fails then is told by refuse().
    [[nodiscard]] bool try_derived(Session& session);
    void refuse(const Error& error) { m_refused = error; }
    /// Forgets what was typed; a code that is being tried comes to nothing.
    void clear();
    /// "Nhận chi bộ từ máy khác" was touched.
    [[nodiscard]] bool take_join() { return std::exchange(m_join, false); }

private:
    void draw_head(Ui& ui, const Rect& rect, std::string_view title) const;
    void draw_left(Ui& ui, const Rect& rect, const Session& session) const;
    void draw_first_start(Ui& ui);

    // lock_form.cpp: what is filled in
    static constexpr float form_height = 472;
    [[nodiscard]] static std::vector<std::string> roles_of(const Session& session);
    void draw_form(Ui& ui, const Rect& rect, const Session& session);
    void draw_form_compact(Ui& ui, const Rect& rect, const Session& session);
    void draw_cell(Ui& ui, const Rect& rect, const Session& session);
    void draw_roles(Ui& ui, const Rect& rect, const Session& session);
    void draw_code(Ui& ui, const Rect& rect);
    [[nodiscard]] bool says_something(Ui& ui, const Session& session) const;
    void draw_demo_code(Ui& ui, const Rect& rect, const Session& session) const;
    void draw_message(Ui& ui, const Rect& rect, const Session& session);
    void draw_unlock(Ui& ui, const Rect& rect, const Session& session);

    void take_keys(Ui& ui, const Session& session);
    void begin_trial(Ui& ui, const Session& session);

    /// A code whose key a job derives: it takes most of a second.
    struct Trial {
        std::string role;
        std::optional<Key> key;
        bool failed = false;
    };

    std::string m_code;
    std::string m_role;
    bool m_shown = false; // The code in clear.
    bool m_cells_open = false;
    bool m_join = false;
    std::shared_ptr<Trial> m_trial; // Shared with the job; let go, it comes to nothing.
    std::optional<Error> m_refused;
    CodeKeyboardState m_keyboard;
};

/// Dots for a code whose words are apart, or the code itself.
void draw_code_signs(Ui& ui, Rect rect, std::string_view code, bool shown);
/// "Thứ Tư, ngày 05 tháng 8 năm 2026"
[[nodiscard]] std::string long_date(const Ui& ui, UnixMs at);

} // namespace chibo
