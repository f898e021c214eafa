// Tells what a system input method (ibus, fcitx) writes from what plain keys write.
#pragma once

namespace chibo {

/// Marks a character in Dear ImGui's queue as written by a system input method; beyond Unicode.
inline constexpr unsigned outside_bit = 1U << 30;

/// GLFW tells of a key even where the method keeps it for a word that it still composes, and tells
/// of the letters that the method commits in the end as if the last key had brought them.
class InputMethodWatch {
public:
    /// `present`: the desktop has one in use.
    explicit InputMethodWatch(bool present) : m_present(present) {}

    /// A key that writes was pressed, without Ctrl or Alt.
    void letter_key()
    {
        ++m_kept;
        m_pressed = true;
    }
    /// Another key was pressed.
    void other_key() { m_pressed = true; }
    /// Backspace was pressed; true where it goes into the word that the method composes.
    [[nodiscard]] bool keeps_backspace()
    {
        m_pressed = true;
        if (!m_present || m_kept == 0)
            return false;
        --m_kept;
        return true;
    }
    /// A letter came; true where the method wrote it: more than one key went into it, or none.
    [[nodiscard]] bool wrote_letter()
    {
        const bool written = !m_pressed || (m_present && m_kept > 1);
        m_pressed = false;
        m_kept = 0;
        return written;
    }

private:
    bool m_present;
    int m_kept = 0; // Keys that write, since the last letter.
    bool m_pressed = false; // A key, since the last letter.
};

} // namespace chibo
