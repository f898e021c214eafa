// One line at the bottom that says what was done, with "Hoàn tác" while it can be taken back. One
// at a time; none while a sheet is open: it comes after.
#pragma once

#include <optional>

#include "record/record.h"
#include "ui/screen.h"

namespace chibo {

class Toaster {
public:
    static constexpr std::int64_t plain_ms = 6000;

    /// A new one replaces the old. With a place in the journal it can be undone for `told.undo_s`.
    void show(Told told, std::optional<JournalPlace> undo, std::int64_t now_ms);
    void hide() { m_told.reset(); }
    /// Draws it over the screen; the entry to undo when its button was touched.
    [[nodiscard]] std::optional<JournalPlace> draw(Ui& ui);
    /// What Ctrl+Z takes back: the entry, while its time runs.
    [[nodiscard]] std::optional<JournalPlace> take_undo(std::int64_t now_ms);

private:
    [[nodiscard]] std::int64_t length_ms() const;
    /// Where it stands now; nothing when its time is over or while a sheet is open.
    [[nodiscard]] std::optional<Rect> place(Ui& ui);

    std::optional<Told> m_told;
    std::optional<JournalPlace> m_undo;
    std::int64_t m_since_ms = 0;
};

} // namespace chibo
