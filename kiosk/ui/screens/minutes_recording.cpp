// Biên bản, what is recorded: "Ghi", an entry that is edited, and the keys of a real keyboard.
#include <algorithm>

#include "record/drafts.h"
#include "ui/screens/minutes_screen.h"

namespace chibo {

namespace {

constexpr int undo_s = 10;

VotePurpose purpose_of(ItemKind kind)
{
    switch (kind) {
    case ItemKind::AdoptAgenda:
        return VotePurpose::Agenda;
    case ItemKind::Resolution:
        return VotePurpose::Resolution;
    case ItemKind::AdoptMinutes:
        return VotePurpose::Minutes;
    default:
        return VotePurpose::Other;
    }
}

} // namespace

void MinutesScreen::take_keys(Ui& ui, Commands& commands)
{
    if (sheet_open())
        return;
    constexpr std::pair<NamedKey, EntryKind> kinds[] {{NamedKey::Digit1, EntryKind::Opinion},
        {NamedKey::Digit2, EntryKind::Conclusion}, {NamedKey::Digit3, EntryKind::Task},
        {NamedKey::Digit4, EntryKind::Vote}};
    const std::vector<Typed> typed = std::exchange(ui.typed(), {});
    for (const Typed& key : typed) {
        const auto kind = std::find_if(std::begin(kinds), std::end(kinds),
            [&](const auto& one) { return one.first == key.key; });
        if (key.control && kind != std::end(kinds))
            choose_kind(kind->second);
        else if (key.control && key.key == NamedKey::P)
            m_person_sheet.emplace(ui.tr(m_composing.kind == EntryKind::Task ? "minutes.who_does"
                                                                             : "minutes.who_spoke"),
                m_attendance.rows, m_composing.speaker);
        else if (key.control && (key.key == NamedKey::Enter || key.key == NamedKey::S))
            record(ui, commands);
        else if (key.key == NamedKey::Escape && m_composing.edited && !m_editor.buffer().composed())
            end_edit();
        else
            ui.typed().push_back(key);
    }
}

// What is recorded.

std::optional<std::string> MinutesScreen::missing() const
{
    const bool task = m_composing.kind == EntryKind::Task;
    if (task && !m_composing.owner)
        return "minutes.no_owner_yet";
    if (task && !m_composing.due_on)
        return "minutes.no_due_yet";
    if (m_composing.kind == EntryKind::Opinion && !m_composing.speaker)
        return "minutes.no_speaker_yet";
    if (m_editor.buffer().empty())
        return "";
    return std::nullopt;
}

void MinutesScreen::record(Ui& ui, Commands& commands)
{
    m_editor.buffer().settle();
    const AgendaItem* item = written_item();
    if (item == nullptr || missing())
        return;
    if (m_composing.kind == EntryKind::Vote) {
        open_vote();
        return;
    }
    EntryDraft draft {.meeting = m_meeting_id,
        .item = item->id,
        .kind = m_composing.kind,
        .speaker = m_composing.kind == EntryKind::Opinion ? m_composing.speaker : std::nullopt,
        .text = m_editor.buffer().text(),
        .at_ms = {},
        .owner = m_composing.kind == EntryKind::Task ? m_composing.owner : std::nullopt,
        .due_on = m_composing.kind == EntryKind::Task ? m_composing.due_on : std::nullopt,
        .vote = {}};
    push_entry(std::move(draft), commands);
    ui.focus().give("minutes.text");
}

void MinutesScreen::open_vote()
{
    const AgendaItem* item = written_item();
    if (item == nullptr || !writes())
        return;
    m_editor.buffer().settle();
    m_voted_item = item->id;
    m_vote_sheet.emplace(vote_form_of(*item), voters(), m_editor.buffer().text(),
        m_edited && m_edited->vote ? VoteSheet::What::Corrects : VoteSheet::What::Counts);
}

/// Without hands; those of a recorded vote stand in it as they were counted.
Vote MinutesScreen::vote_form_of(const AgendaItem& item) const
{
    const auto counted = m_edited ? m_edited->vote : std::nullopt;
    const VotePurpose purpose = counted ? counted->purpose : purpose_of(item.kind);
    Vote form = vote_form(voters().electorate, *m_rules, purpose);
    if (!counted)
        return form;
    form.method = counted->method;
    form.yes = counted->yes;
    form.no = counted->no;
    form.other = counted->other;
    form.reserved = counted->reserved;
    return form;
}

void MinutesScreen::record_vote(const VoteSheet::Result& result, Commands& commands)
{
    m_vote_sheet.reset();
    push_entry({.meeting = m_meeting_id,
                   .item = m_voted_item,
                   .kind = EntryKind::Vote,
                   .speaker = {},
                   .text = result.motion,
                   .at_ms = {},
                   .owner = {},
                   .due_on = {},
                   .vote = result.vote},
        commands);
}

/// After "Ghi" the speaker stays and the kind is an opinion again. The words stay until they are
/// written.
void MinutesScreen::push_entry(EntryDraft draft, Commands& commands)
{
    After after;
    Command command;
    if (m_composing.edited) {
        command = edit_entry(*m_composing.edited, std::move(draft));
        after.toast = Told {.key = "minutes.edited", .values = {}, .undo_s = undo_s};
    } else {
        command = record_entry(std::move(draft));
    }
    after.done = [this](const JournalPlace&) {
        const bool comes_back = m_aside.has_value();
        end_edit();
        if (comes_back)
            return; // To be saved anew.
        m_saved = m_composing; // The draft went with what was recorded.
        m_saved_version = m_editor.buffer().version();
    };
    m_waits_for_entry = !m_composing.edited;
    commands.push(dropping_draft(std::move(command), place()), std::move(after));
}

void MinutesScreen::remove_edited(Commands& commands)
{
    commands.push(remove_entry(*m_composing.edited),
        {.toast = Told {.key = "minutes.removed", .values = {}, .undo_s = undo_s}});
    end_edit();
}

void MinutesScreen::begin_edit(Ui& ui, EntryId id)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const TimelineRow& one) { return one.entry && one.entry->id == id; });
    if (row == m_rows.end() || m_composing.edited == id)
        return;
    if (m_composing.edited && edit_changed()) {
        m_edit_first = true; // The bar above the field says so.
        return;
    }
    TextBuffer& text = m_editor.buffer();
    text.settle();
    if (!m_composing.edited && !text.empty())
        m_aside = {m_composing, text.text(), text.flat(text.caret())};
    const Entry& entry = *row->entry;
    m_composing.kind = entry.kind;
    if (entry.speaker)
        m_composing.speaker = entry.speaker;
    m_composing.owner = entry.task ? std::optional(entry.task->owner) : std::nullopt;
    m_composing.due_on = entry.task ? std::optional(entry.task->due_on) : std::nullopt;
    m_composing.edited = id;
    m_edited = entry;
    text.set_text(entry.text);
    ui.focus().give("minutes.text");
    ui.pace().input();
    if (entry.kind == EntryKind::Vote)
        open_vote(); // Its numbers stand there.
}

bool MinutesScreen::edit_changed() const
{
    if (!m_edited)
        return true;
    const Entry& entry = *m_edited;
    const bool speaker = !entry.speaker || m_composing.speaker == entry.speaker;
    const bool task = !entry.task
        || (m_composing.owner == entry.task->owner && m_composing.due_on == entry.task->due_on);
    return m_editor.buffer().text() != entry.text || m_composing.kind != entry.kind || !speaker
        || !task;
}

/// An empty field again, or the words that waited for the edit.
void MinutesScreen::end_edit()
{
    TextBuffer& text = m_editor.buffer();
    m_edit_first = false;
    m_edited.reset();
    if (const auto aside = std::exchange(m_aside, std::nullopt)) {
        m_composing = aside->composing;
        text.set_text(aside->text);
        text.place_caret(text.unflat(aside->caret));
        return;
    }
    text.set_text({});
    m_composing.kind = EntryKind::Opinion;
    m_composing.owner.reset();
    m_composing.due_on.reset();
    m_composing.edited.reset();
}

bool MinutesScreen::undo(Commands& commands)
{
    if (!m_newest)
        return false;
    commands.push(remove_entry(*m_newest));
    m_newest.reset();
    return true;
}

} // namespace chibo
