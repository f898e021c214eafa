// A record with the cell of the story (ui/README) and its combined meeting, ready to open.
#pragma once

#include "meeting/dates.h"
#include "new_record.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/cell_commands.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/minutes_commands.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "record/sealing_commands.h"
#include "record/sealing_queries.h"

namespace chibo::test {

inline const Actor chair {.member = {}, .role = "chair"};
inline const Actor clerk {.member = {}, .role = "clerk"};

class StoryRecord : public NewRecord {
protected:
    StoryRecord()
    {
        found();
        plan("combined", {2026, 8, 5});
        meeting = read_meetings(*record).front().id;
    }

    void found()
    {
        Cell cell;
        cell.name = "Chi bộ Văn phòng";
        must(found_cell(cell));
        add("Lê Thị Minh Hằng", Position::Secretary);
        add("Nguyễn Thị Hồng Phượng", Position::DeputySecretary);
        add("Trần Thị Thu Thủy", Position::None);
        add("Phạm Văn Dũng", Position::None);
        add("Hoàng Thị Ngọc Ánh", Position::None);
        add("Vũ Thị Kim Oanh", Position::None);
        add("Đặng Thùy Linh", Position::None, Standing::Probationary);
    }
    void add(std::string name, Position position, Standing standing = Standing::Official)
    {
        Member member;
        member.name = std::move(name);
        member.position = position;
        member.standing = standing;
        must(add_member(member));
    }
    void plan(std::string_view template_id, Date day)
    {
        const auto& form = *template_named(agenda_templates(), template_id);
        MeetingPlan plan;
        plan.kind = form.kind;
        plan.title = filled_in(form.title, day);
        plan.planned_start_ms = unix_ms({day, 8, 0, 0});
        plan.chair = named("Lê Thị Minh Hằng");
        plan.clerk = named("Trần Thị Thu Thủy");
        plan.template_id = form.id;
        plan.limit_minutes = form.limit_minutes;
        plan.items = planned_agenda(form, day, read_open_tasks(*record),
            roles_of(read_members(*record), plan.chair, plan.clerk));
        must(plan_meeting(plan), clerk);
    }

    [[nodiscard]] MemberId named(std::string_view name) const
    {
        return find_member(*record, name)->id;
    }
    [[nodiscard]] PersonId person_named(std::string_view name) const { return person(named(name)); }
    JournalPlace must(const Command& command, const Actor& actor = chair)
    {
        const auto done = record->run(command, actor);
        if (!done)
            throw std::runtime_error(command.name + ": " + done.error().key);
        return *done;
    }
    [[nodiscard]] std::string refusal(const Command& command, const Actor& actor = chair)
    {
        const auto done = record->run(command, actor);
        return done ? "" : done.error().key;
    }
    void at(int hour, int minute, int second = 0)
    {
        clock.set(unix_ms({{2026, 8, 5}, hour, minute, second}));
    }
    void arrive(std::string_view name)
    {
        CheckIn arrival;
        arrival.meeting = meeting;
        arrival.person = person_named(name);
        arrival.signature = "strokes";
        must(check_in(arrival), room);
    }
    /// Everybody but Ánh, who is away on duty; then the start at 08:00.
    void open()
    {
        must(open_check_in(meeting), clerk);
        for (const auto* name : {"Trần Thị Thu Thủy", "Lê Thị Minh Hằng", "Nguyễn Thị Hồng Phượng",
                 "Phạm Văn Dũng", "Vũ Thị Kim Oanh", "Đặng Thùy Linh"})
            arrive(name);
        NotedAbsence absence;
        absence.meeting = meeting;
        absence.member = named("Hoàng Thị Ngọc Ánh");
        absence.kind = AbsenceKind::Excused;
        absence.reason = AbsenceReason::Duty;
        must(note_absence(absence), clerk);
        at(8, 0);
        must(start_meeting(meeting));
    }
    [[nodiscard]] AgendaItem item(std::size_t number) const
    {
        return read_agenda(*record, meeting).items.at(number - 1);
    }
    [[nodiscard]] EntryDraft opinion(std::size_t number, std::string text) const
    {
        EntryDraft draft;
        draft.meeting = meeting;
        draft.item = item(number).id;
        draft.speaker = person_named("Phạm Văn Dũng");
        draft.text = std::move(text);
        return draft;
    }
    [[nodiscard]] EntryDraft vote(std::size_t number, VotePurpose purpose) const
    {
        EntryDraft draft = opinion(number, "Thông qua");
        draft.kind = EntryKind::Vote;
        draft.speaker.reset();
        draft.vote = vote_form(read_electorate(*record, meeting, clock.now_ms()),
            rules_of(*read_meeting(*record, meeting)), purpose);
        draft.vote->yes = draft.vote->entitled_present;
        return draft;
    }
    /// To the end: an entry under each item, the votes, everything read back.
    void hold()
    {
        open();
        for (std::size_t i = 1; i <= 8; ++i) {
            clock.wait_ms(60'000);
            must(record_entry(opinion(i, "Nhất trí.")), clerk);
            if (i == 7)
                must(record_entry(vote(7, VotePurpose::Resolution)), clerk);
            if (i < 8)
                must(start_next_item(meeting));
        }
        for (const auto& one : read_agenda(*record, meeting).items)
            must(read_item_back(meeting, one.id), clerk);
        must(record_entry(vote(8, VotePurpose::Minutes)), clerk);
        must(close_meeting(meeting));
    }
    void sign_both()
    {
        must(sign_minutes(meeting, SignRole::Chair, named("Lê Thị Minh Hằng"), "strokes"));
        must(sign_minutes(meeting, SignRole::Clerk, named("Trần Thị Thu Thủy"), "strokes"), clerk);
    }
    [[nodiscard]] AttendanceRow row_of(std::string_view name) const
    {
        for (const auto& row : read_attendance(*record, meeting).rows) {
            if (row.name == name)
                return row;
        }
        throw std::runtime_error("nobody of that name");
    }

    MeetingId meeting;
};

} // namespace chibo::test
