// A meeting that runs on two devices which hear of each other late.
#pragma once

#include "devices.h"
#include "random_commands.h"
#include "record/agenda_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_commands.h"
#include "record/minutes_queries.h"

namespace chibo::test {

class MergedMeeting : public MergedDevices {
protected:
    MergedMeeting()
    {
        RandomCommands(1).found(one);
        exchange(one, other);
        meeting = read_meetings(*one.record).front().id;
        items = read_agenda(*one.record, meeting);
    }
    static std::string name(const Conflict& conflict)
    {
        return conflict.table + "." + conflict.column;
    }
    [[nodiscard]] EntryDraft opinion(std::string text) const
    {
        EntryDraft draft;
        draft.meeting = meeting;
        draft.item = items.items.at(0).id;
        draft.speaker = person(find_member(*one.record, "Phạm Văn Dũng")->id);
        draft.text = std::move(text);
        return draft;
    }
    EntryId recorded(std::string text)
    {
        one.must(record_entry(opinion(std::move(text))));
        exchange(one, other);
        return read_entries(*one.record, meeting).back().id;
    }
    /// The other's text is the later.
    void both_edit(std::string text, std::string by_one, std::string by_other)
    {
        const EntryId entry = recorded(std::move(text));
        one.must(edit_entry(entry, opinion(std::move(by_one))));
        other.clock.wait_ms(5000);
        other.must(edit_entry(entry, opinion(std::move(by_other))));
    }
    [[nodiscard]] std::vector<std::string> texts(const TestDevice& device) const
    {
        std::vector<std::string> all;
        for (const auto& entry : read_entries(*device.record, meeting))
            all.push_back(entry.text);
        return all;
    }

    MeetingId meeting;
    Agenda items;
    const Actor chair {.member = {}, .role = "chair"};
};

} // namespace chibo::test
