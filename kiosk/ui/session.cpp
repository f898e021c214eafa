#include "ui/session.h"

#include <algorithm>
#include <array>

#include "meeting/check.h"
#include "meeting/names.h"
#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/pins.h"

namespace chibo {

Session::Session(RecordFolder folder, const Clock& clock, Random& random) :
    m_folder(std::move(folder)), m_clock(clock), m_random(random)
{
    m_cell = m_folder.machine().last_cell;
    if (m_folder.cell(m_cell) == nullptr && !m_folder.cells().empty())
        m_cell = m_folder.cells().front().id;
}

KioskState Session::state() const
{
    if (!m_record)
        return KioskState::Locked;
    return m_viewer.room() ? KioskState::Room : KioskState::Officer;
}

void Session::choose_cell(CellId cell)
{
    lock();
    m_cell = cell;
}

Result<void> Session::unlock(const std::string& code, const std::string& role)
{
    if (const auto wait = m_folder.wait_ms(m_clock.now_ms(), m_cell); wait > 0)
        return refuse("record.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
    return unlock_with(m_folder.code_work().derive(code), role);
}

Result<void> Session::unlock_with(const Key& code_key, const std::string& role)
{
    const auto opened = m_folder.unlock_with(code_key, m_clock.now_ms(), m_cell, role);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto chosen = std::ranges::find(*opened, m_cell, &Unlocked::cell);
    CHECK(chosen != opened->end()); // unlock() refuses where this cell is not among them.
    return open(*chosen);
}

Result<void> Session::open(const Unlocked& unlocked)
{
    auto record = m_folder.open_cell(unlocked, m_clock, m_random);
    if (!record)
        return tl::unexpected(record.error());
    if (is_withdrawn(**record, unlocked.officer)) {
        m_folder.remove_code(m_cell, unlocked.officer);
        return refuse("officers.withdrawn");
    }
    m_record = std::move(*record);
    Viewer viewer {std::nullopt, unlocked.role};
    const auto officers = read_officers(*m_record);
    for (const Officer& officer : officers) {
        if (officer.id == unlocked.officer)
            viewer = {officer.member, std::string(word(officer.role))};
    }
    // The printed recovery code is nobody's: whoever has it gives codes anew, and sees no more.
    const bool recovered = unlocked.role == "recovery";
    if (recovered && !officers.empty())
        viewer.member = officers.front().member;
    if (recovered) {
        const auto noted
            = m_record->run(note_code_event(CodeEvent::RecoveryUsed), {{}, "recovery"});
        CHECK(noted);
    }
    m_holders = unlocked.holders;
    enter(viewer);
    m_recovered = recovered;
    remember_machine();
    return {};
}

OfficerId Session::make_officer_id()
{
    std::array<std::uint8_t, 10> chance {};
    m_random.fill(chance);
    return {Uuid::v7(m_clock.now_ms(), chance)};
}

/// What the lock screen shows of the cell that was open last.
void Session::remember_machine()
{
    MachineSettings machine = m_folder.machine();
    const std::string room = has_cell(*m_record) ? read_cell(*m_record).room : std::string();
    if (machine.last_cell == m_cell && machine.room == room)
        return;
    machine.last_cell = m_cell;
    machine.room = room;
    m_folder.set_machine(machine);
}

Result<void> Session::step_in(const Officer& officer, const std::string& pin)
{
    CHECK(m_record);
    if (auto checked = check_pin(*m_record, officer.id, pin); !checked)
        return checked;
    enter({officer.member, std::string(word(officer.role))});
    return {};
}

bool Session::holds_code(const Viewer& viewer) const
{
    const auto officers = m_record ? read_officers(*m_record) : std::vector<Officer>();
    return std::ranges::any_of(officers, [&](const Officer& officer) {
        return officer.member == viewer.member && word(officer.role) == viewer.role
            && std::ranges::find(m_holders, officer.id) != m_holders.end();
    });
}

void Session::act_as(const Viewer& viewer)
{
    enter(viewer);
}

void Session::enter_own_pages(MemberId member, const Key& drafts_key)
{
    enter({member, "member"});
    m_drafts_key = drafts_key;
}

void Session::enter(const Viewer& viewer)
{
    m_viewer = viewer;
    m_recovered = false;
    m_viewer_name.clear();
    m_drafts_key.reset();
    if (!viewer.member || !m_record)
        return;
    if (const auto member = read_member(*m_record, *viewer.member)) {
        m_viewer_name = member->name;
        m_viewer_number = member->number;
    }
    if (viewer.role != "member")
        m_beside = {.name = m_viewer_name,
            .number = m_viewer_number,
            .role = viewer.role,
            .opened_at_ms = m_clock.now_ms()};
}

void Session::rest()
{
    m_drafts_key.reset();
    m_recovered = false;
    if (m_record)
        m_viewer = {};
}

void Session::lock()
{
    m_drafts_key.reset();
    m_beside = {};
    m_record.reset();
    m_holders.clear();
    m_recovered = false;
    m_viewer = {};
    m_viewer_name.clear();
}

void Session::read_folder()
{
    if (auto folder = RecordFolder::open(m_folder.path()))
        m_folder = std::move(*folder);
}

std::optional<Viewer> find_viewer(const Record& record, std::string_view name)
{
    if (name == "Phòng họp" || name == "room")
        return Viewer {};
    const std::string wanted = fold_for_search(name);
    for (const Member& member : read_members(record)) {
        const std::string key = fold_for_search(member.name);
        if (key != wanted && !key.ends_with(" " + wanted))
            continue;
        for (const Officer& officer : read_officers(record)) {
            if (officer.member == member.id)
                return Viewer {member.id, std::string(word(officer.role))};
        }
        return Viewer {member.id, "member"};
    }
    return std::nullopt;
}

} // namespace chibo
