// Biên bản, the draft: on disk within a second, caret and all.
#include <algorithm>

#include "record/drafts.h"
#include "ui/screens/minutes_screen.h"

namespace chibo {

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
        take_up(m_editor.buffer(), draft->text, draft->caret, draft->anchor);
    } else if (!m_composing.speaker) {
        m_composing.speaker = m_current_speaker;
    }
    m_saved = m_composing;
    m_saved_version = m_editor.buffer().version();
}

void MinutesScreen::save_draft_in_time(Ui& ui, Commands& commands)
{
    const std::uint64_t version = m_editor.buffer().version();
    if (!m_draft_timer.due(ui, version != m_saved_version || m_composing != m_saved))
        return;
    std::optional<Draft> aside;
    if (m_aside) {
        const auto caret = static_cast<std::int64_t>(m_aside->caret);
        aside = Draft {.place = aside_place(),
            .text = m_aside->text,
            .caret = caret,
            .anchor = caret,
            .detail = m_aside->composing.lines()};
    }
    commands.push_local([draft = draft_of(place(), m_editor.buffer(), m_composing.lines()), aside,
                            gone = aside_place()](Record& record) {
        if (aside)
            save_draft(record, *aside); // First: a power cut between the two loses neither.
        save_draft(record, draft);
        if (!aside)
            drop_draft(record, gone);
    });
    m_saved_version = version;
    m_saved = m_composing;
}

} // namespace chibo
