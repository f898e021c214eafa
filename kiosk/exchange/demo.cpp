#include "exchange/demo.h"

#include <map>

#include "exchange/demo_cells.h"
#include "exchange/demo_writer.h"
#include "meeting/check.h"
#include "record/folder.h"
#include "record/pins.h"

namespace chibo {
namespace {

constexpr int months_step_by_step = 2; // So recent that their history is looked at.

std::array<std::uint8_t, 10> chance(Random& random)
{
    std::array<std::uint8_t, 10> bytes {};
    random.fill(bytes);
    return bytes;
}

/// One code opens the cell for each of its officers.
std::map<OfficerRole, OfficerId> make_officers(const DemoCell& cell, UnixMs now, Random& random)
{
    std::map<OfficerRole, OfficerId> officers;
    for (const DemoMember& member : cell.members) {
        if (member.officer)
            officers[*member.officer] = OfficerId {Uuid::v7(now, chance(random))};
    }
    return officers;
}

struct Making {
    const DemoData& data;
    const DemoArguments& arguments;
    std::string pin_hash;
    FakeClock clock;
    SeededRandom random;
};

Result<int> make_cell(RecordFolder& folder, const DemoCell& cell, Making& making)
{
    const auto script
        = demo_meetings(making.data, cell, making.arguments.years, making.arguments.day);
    // The record is founded a month before its first meeting; the clock goes back for each cell.
    const UnixMs founded = script.front().start_ms - std::int64_t {30} * 24 * 3600 * 1000;
    making.clock.jump(founded);
    const auto officers = make_officers(cell, founded, making.random);
    std::vector<OfficerCode> codes;
    codes.reserve(officers.size());
    for (const auto& [role, id] : officers)
        codes.push_back(
            {.officer = id, .role = std::string(word(role)), .code = std::string(demo_code)});
    auto made = folder.create_cell(cell.name, codes, making.clock, making.random);
    if (!made)
        return tl::unexpected(made.error());
    const UnixMs now = unix_ms({.date = plus_days(making.arguments.day, -1), .hour = 16});
    DemoWriter writer(*made->record, making.clock, making.data, now);
    writer.write_people(
        cell, {.cell = made->id, .officers = officers, .pin_hash = making.pin_hash}, founded);
    const auto count = static_cast<int>(script.size());
    int before = 0; // Meetings before the demo's day.
    for (const ScriptMeeting& meeting : script)
        before += meeting.end == ScriptEnd::Planned ? 0 : 1;
    for (int i = 0; i < count; ++i) {
        const bool recent
            = i >= before - months_step_by_step && cell.name == making.data.story.cell;
        writer.write_meeting(script[static_cast<std::size_t>(i)],
            recent ? DemoWriter::Journal::StepByStep : DemoWriter::Journal::OneEntry);
    }
    return count;
}

} // namespace

Result<DemoMade> make_demo(const std::filesystem::path& folder,
    const std::filesystem::path& data_folder, const DemoArguments& arguments)
{
    if (arguments.years < 1 || arguments.years > 50)
        return refuse("demo.years");
    if (arguments.members < 15 || arguments.members > 5000)
        return refuse("demo.members");
    auto record = RecordFolder::create(folder, arguments.cost);
    if (!record)
        return tl::unexpected(record.error());
    const DemoData data = read_demo_data(data_folder);
    const auto pin_hash = hash_pin(std::string(demo_pin));
    CHECK(pin_hash.has_value());
    Making making {.data = data,
        .arguments = arguments,
        .pin_hash = *pin_hash,
        .clock = FakeClock(0),
        .random = SeededRandom(static_cast<std::uint64_t>(
            arguments.day.year * 372 + arguments.day.month * 31 + arguments.day.day))};
    DemoMade made {.code = std::string(demo_code), .pin = std::string(demo_pin)};
    const auto cells = demo_cells(data, arguments.members, arguments.day);
    MachineSettings machine = record->machine();
    for (const DemoCell& cell : cells) {
        const auto meetings = make_cell(*record, cell, making);
        if (!meetings)
            return tl::unexpected(meetings.error());
        made.meetings += *meetings;
        made.members += static_cast<int>(cell.members.size());
        ++made.cells;
        if (cell.name == data.story.cell)
            machine.last_cell = record->cells().back().id;
    }
    record->set_machine(machine);
    record->set_demo({.code = std::string(demo_code), .pin = std::string(demo_pin)});
    return made;
}

} // namespace chibo
