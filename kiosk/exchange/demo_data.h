// The demo committee as data/demo has it: people, phrases, the story of one cell.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "meeting/agenda.h"
#include "meeting/attendance.h"
#include "meeting/critique.h"
#include "meeting/dates.h"
#include "meeting/meeting.h"
#include "meeting/member.h"

namespace chibo {

struct DemoMember {
    std::string name;
    std::optional<Date> birth_on, joined_on, official_on;
    Sex sex = Sex::Unknown;
    Position position = Position::None;
    Standing standing = Standing::Official;
    std::string card_number;
    std::string card; // What a scanner reads.
    std::optional<OfficerRole> officer;
};

struct DemoCell {
    std::string name, cell_line;
    std::vector<DemoMember> members; // In the order of their numbers.
};

struct DemoItem {
    Part part = Part::Content;
    ItemKind kind = ItemKind::Other;
    std::string title, short_title;
    int minutes = 5;
    std::string who; // chair, deputy_secretary, clerk; empty: a member by turns.
    bool thematic = false; // Only in a meeting with a topic.
};

struct DemoQuarter {
    std::string topic;
    std::vector<std::string> opinions;
    std::string conclusion;
};

struct DemoMonth {
    std::string news;
    std::vector<std::string> opinions;
    std::string conclusion;
    std::vector<std::string> plan;
    std::string plan_conclusion;
    std::vector<std::string> tasks;
};

/// A task of the story that is still to do on the demo's day.
struct DemoOpenTask {
    std::string text;
    int owner = 0; // A member's number.
    int due_in_days = 0;
    int months_ago = 1; // Which meeting gave it.
};

/// What was said of one member in the critique of a meeting before the demo's day.
struct DemoCritique {
    int months_ago = 1;
    int about = 0; // A member's number, as `from`.
    std::string self;
    struct Remark {
        int from = 0;
        std::string kind, text, answer;
    };
    std::vector<Remark> remarks;
    std::string conclusion;
    int due_in_days = 0;
    std::optional<CommitmentState> kept; // At the meeting after.
    std::string evidence;
};

struct DemoComing {
    MeetingKind kind = MeetingKind::Regular;
    std::string title, when, start, place;
};

struct DemoStory {
    std::string cell;
    int start_hour = 8;
    int absent_announced = 0, absent_last_month = 0; // Members' numbers.
    std::string guest_name, guest_organisation;
    GuestKind guest_kind = GuestKind::Superior;
    std::vector<DemoOpenTask> open_tasks;
    std::vector<DemoComing> coming;
    std::vector<DemoCritique> critiques;
};

struct DemoData {
    std::string organisation, room, parent_line, place;
    std::vector<DemoCell> cells;
    std::vector<std::string> family, middle, given; // Of which further names are made.
    std::vector<DemoItem> agenda;
    std::array<DemoQuarter, 4> quarters;
    std::array<DemoMonth, 12> months;
    std::map<std::string, std::vector<std::string>> work; // By cell, twelve each.
    DemoStory story;
};

/// Reads cells.toml, phrases.toml and story.toml. What is wrong in them is a std::runtime_error:
/// they are part of the program.
[[nodiscard]] DemoData read_demo_data(const std::filesystem::path& folder);

} // namespace chibo
