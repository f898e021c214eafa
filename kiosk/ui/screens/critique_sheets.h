// The sheets of a critique: how a remark was taken, what the chair releases to the minutes, and the
// evidence of what was put right.
#pragma once

#include <optional>
#include <string>

#include "meeting/critique.h"
#include "ui/screen.h"
#include "ui/widgets/editor.h"

namespace chibo {

/// A remark with its answers; from here it is also changed or removed.
class RemarkSheet {
public:
    RemarkSheet(Remark remark, std::string about_name, const CritiqueRules& rules);
    void draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }
    enum class Wish { None, Answer, Edit, Remove };
    [[nodiscard]] Wish wish() const { return m_wish; }
    [[nodiscard]] const Remark& remark() const { return m_remark; }
    [[nodiscard]] const std::string& kind() const { return m_kind; }
    [[nodiscard]] std::string words();
    /// The member concerned answers on own pages, and changes nothing else.
    void only_answers() { m_only_answers = true; }

private:
    void draw_kinds(Ui& ui, const Rect& rect);
    void draw_buttons(Ui& ui, Rect row);

    Remark m_remark;
    std::string m_about;
    const CritiqueRules& m_rules;
    std::string m_kind;
    Editor m_text;
    bool m_only_answers = false;
    bool m_closed = false;
    Wish m_wish = Wish::None;
};

/// Words on a sheet with one way on: the release to the minutes, the evidence.
class WordsSheet {
public:
    struct Look {
        std::string id, title, advice, placeholder, go;
        bool may_be_empty = false;
    };
    WordsSheet(Look look, const std::string& text);
    void draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] const std::optional<std::string>& words() const { return m_words; }

private:
    Look m_look;
    Editor m_text;
    bool m_focus_asked = true;
    bool m_closed = false;
    std::optional<std::string> m_words;
};

} // namespace chibo
