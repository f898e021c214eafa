// Biên bản, the draft: on disk within a second, caret and all.
#include <algorithm>

#include "record/drafts.h"
#include "ui/screens/minutes_screen.h"

namespace chibo {

namespace {

constexpr std::int64_t draft_after_ms = 500; // Half of the second within which a draft is on disk.

} // namespace

std::string MinutesScreen::place() const
{
    return "minutes/" + m_meeting_id.text();
}

std::string MinutesScreen::Composing::lines() const
{
    std::string lines = "kind " + std::string(word(kind));
    if (speaker)
        lines += "\nspeaker " + speaker->text();
    if (owner)
        lines += "\nowner " + owner->text();
    if (due_on)
        lines += "\ndue " + iso(*due_on);
    if (edited)
        lines += "\nedited " + edited->text();
    return lines;
}

MinutesScreen::Composing MinutesScreen::Composing::read(std::string_view lines)
{
    Composing read;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const auto space = line.find(' ');
        if (space == std::string_view::npos)
            continue;
        const std::string_view what = line.substr(0, space);
        const std::string_view value = line.substr(space + 1);
        if (what == "kind")
            read.kind = word_or_first<EntryKind>(value);
        else if (what == "speaker")
            read.speaker = PersonId::parse(value);
        else if (what == "owner")
            read.owner = MemberId::parse(value);
        else if (what == "due")
            read.due_on = parse_iso(value);
        else if (what == "edited")
            read.edited = EntryId::parse(value);
    }
    return read;
}

void MinutesScreen::read_draft(const Record& record)
{
    auto draft = chibo::read_draft(record, place());
    const auto aside = chibo::read_draft(record, aside_place());
    if (!draft)
        draft = aside; // The edit was recorded; the words that waited for it come back.
    else if (aside)
        m_aside
            = {Composing::read(aside->detail), aside->text, static_cast<std::size_t>(aside->caret)};
    if (draft) {
        m_composing = Composing::read(draft->detail);
        TextBuffer& text = m_editor.buffer();
        text.set_text(draft->text);
        text.place_caret(text.unflat(static_cast<std::size_t>(draft->anchor)));
        text.place_caret(text.unflat(static_cast<std::size_t>(draft->caret)), Select::Extend);
    } else if (!m_composing.speaker) {
        m_composing.speaker = m_current_speaker;
    }
    m_saved = m_composing;
    m_saved_version = m_editor.buffer().version();
}

Draft MinutesScreen::draft_now() const
{
    const TextBuffer& text = m_editor.buffer();
    return {.place = place(),
        .text = text.text(),
        .caret = static_cast<std::int64_t>(text.flat(text.caret())),
        .anchor = static_cast<std::int64_t>(text.flat(text.anchor())),
        .detail = m_composing.lines()};
}

void MinutesScreen::save_draft_in_time(Ui& ui, Commands& commands)
{
    const std::uint64_t version = m_editor.buffer().version();
    if (version == m_saved_version && m_composing == m_saved) {
        m_unsaved_since_ms.reset();
        return;
    }
    if (!m_unsaved_since_ms)
        m_unsaved_since_ms = ui.now_ms();
    const std::int64_t due = *m_unsaved_since_ms + draft_after_ms;
    if (ui.now_ms() < due) {
        ui.pace().again(due, Why::Draft);
        return;
    }
    std::optional<Draft> aside;
    if (m_aside) {
        const auto caret = static_cast<std::int64_t>(m_aside->caret);
        aside = Draft {.place = aside_place(),
            .text = m_aside->text,
            .caret = caret,
            .anchor = caret,
            .detail = m_aside->composing.lines()};
    }
    commands.push_local([draft = draft_now(), aside, gone = aside_place()](Record& record) {
        if (aside)
            save_draft(record, *aside); // First: a power cut between the two loses neither.
        save_draft(record, draft);
        if (!aside)
            drop_draft(record, gone);
    });
    m_saved_version = version;
    m_saved = m_composing;
    m_unsaved_since_ms.reset();
}

} // namespace chibo
