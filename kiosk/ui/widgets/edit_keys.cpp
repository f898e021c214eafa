#include "ui/widgets/edit_keys.h"

#include <imgui.h>

namespace chibo {
namespace {

void copy(const std::string& chosen)
{
    if (!chosen.empty())
        ImGui::SetClipboardText(chosen.c_str());
}

/// With Ctrl held: the clipboard, all, and steps back and forth.
bool use_clipboard(TextBuffer& text, const Typed& typed)
{
    switch (typed.key) {
    case NamedKey::A:
        text.select_all();
        return true;
    case NamedKey::C:
        copy(text.selected());
        return true;
    case NamedKey::X:
        copy(text.cut());
        return true;
    case NamedKey::V:
        if (const char* pasted = ImGui::GetClipboardText())
            text.insert(pasted);
        return true;
    case NamedKey::Y:
        text.redo();
        return true;
    case NamedKey::Z:
        typed.shift ? text.redo() : text.undo();
        return true;
    default:
        return false;
    }
}

} // namespace

bool edit_by_key(TextBuffer& text, const Typed& typed)
{
    if (typed.character != 0) {
        if (typed.control || typed.alt)
            return false;
        typed.whole ? text.type_whole(typed.character) : text.type(typed.character);
        return true;
    }
    switch (typed.key) {
    case NamedKey::Backspace:
        typed.control ? text.delete_word_back() : text.backspace();
        return true;
    case NamedKey::Delete:
        text.delete_forward();
        return true;
    case NamedKey::Escape:
        return text.uncompose();
    case NamedKey::Left:
        text.step(typed.control ? CaretStep::WordLeft : CaretStep::Left, extends(typed));
        return true;
    case NamedKey::Right:
        text.step(typed.control ? CaretStep::WordRight : CaretStep::Right, extends(typed));
        return true;
    default:
        return use_clipboard(text, typed);
    }
}

void edit_by_button(TextBuffer& text, EditAction action)
{
    const auto press
        = [&](NamedKey key) { (void)edit_by_key(text, {.key = key, .control = true}); };
    switch (action) {
    case EditAction::SelectWord:
        text.select_word(text.caret());
        break;
    case EditAction::SelectAll:
        press(NamedKey::A);
        break;
    case EditAction::Copy:
        press(NamedKey::C);
        break;
    case EditAction::Cut:
        press(NamedKey::X);
        break;
    case EditAction::Paste:
        press(NamedKey::V);
        break;
    case EditAction::Undo:
        press(NamedKey::Z);
        break;
    case EditAction::Redo:
        press(NamedKey::Y);
        break;
    }
}

} // namespace chibo
