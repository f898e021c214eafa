#include "exchange/roster.h"

#include <algorithm>
#include <map>
#include <set>

#include "meeting/names.h"
#include "record/cell_commands.h"
#include "record/member_commands.h"
#include "record/member_queries.h"

namespace chibo {

namespace {

const Actor importer {.member = {}, .role = "program"};

/// The rows of one cell, and that cell once it is open.
struct Target {
    std::string name;
    std::vector<const RosterRow*> rows;
};

std::string name_key(std::string_view name)
{
    return fold_for_search(name);
}

class Importer {
public:
    Importer(RecordFolder& folder, const RosterAccess& access, const Clock& clock, Random& random) :
        m_folder(folder), m_access(access), m_clock(clock), m_random(random)
    {
    }

    Result<RosterImport> run(const Roster& roster)
    {
        m_result.not_taken = roster.not_taken;
        m_result.unread_columns = roster.unread_columns;
        if (!m_folder.cells().empty()) {
            auto unlocked = m_folder.unlock(m_access.code, m_clock.now_ms());
            if (!unlocked)
                return tl::unexpected<Error>(unlocked.error());
            m_unlocked = std::move(*unlocked);
        }
        const auto targets = gather(roster);
        if (!targets)
            return tl::unexpected<Error>(targets.error());
        for (const Target& target : *targets) {
            if (auto done = import_cell(target); !done)
                return tl::unexpected<Error>(done.error());
        }
        return m_result;
    }

private:
    Result<std::vector<Target>> gather(const Roster& roster) const
    {
        std::vector<Target> targets;
        std::map<std::string, std::size_t> places;
        for (const RosterRow& row : roster.rows) {
            const std::string name = row.cell.empty() ? default_cell() : row.cell;
            if (name.empty())
                return refuse("roster.which_cell");
            const auto [place, is_new] = places.emplace(name_key(name), targets.size());
            if (is_new)
                targets.push_back({name, {}});
            targets[place->second].rows.push_back(&row);
        }
        return targets;
    }

    [[nodiscard]] std::string default_cell() const
    {
        if (!m_access.cell.empty())
            return m_access.cell;
        if (m_folder.cells().empty())
            return "Chi bộ"; // The new record of one cell; its name is set later.
        return m_folder.cells().size() == 1 ? m_folder.cells().front().name : std::string();
    }

    Result<void> import_cell(const Target& target)
    {
        const auto& cells = m_folder.cells();
        const auto cell = std::find_if(cells.begin(), cells.end(), [&](const CellHeader& header) {
            return name_key(header.name) == name_key(target.name);
        });
        if (cell == cells.end())
            return make_cell(target);
        const auto unlocked = std::find_if(m_unlocked.begin(), m_unlocked.end(),
            [&](const Unlocked& one) { return one.cell == cell->id; });
        if (unlocked == m_unlocked.end()) {
            for (const RosterRow* row : target.rows)
                leave_out("roster.locked_cell", *row, {{"cell", cell->name}});
            return {};
        }
        auto record = m_folder.open_cell(*unlocked, m_clock, m_random);
        if (!record)
            return tl::unexpected<Error>(record.error());
        return add_rows(**record, {cell->name, target.rows}, {});
    }

    Result<void> make_cell(const Target& target)
    {
        auto made = m_folder.create_cell(target.name,
            {OfficerCode {.officer = {},
                .role = std::string(word(OfficerRole::Secretary)),
                .code = m_access.code}},
            m_clock, m_random);
        if (!made)
            return tl::unexpected<Error>(made.error());
        const Cell cell {.id = made->id, .name = target.name, .organisation = {}, .room = {}};
        if (auto founded = made->record->run(found_cell(cell), importer); !founded)
            return tl::unexpected<Error>(founded.error());
        if (auto added = add_rows(*made->record, target, made->recovery_code); !added)
            return added;
        return appoint_first(*made->record, made->id);
    }

    Result<void> add_rows(Record& record, const Target& target, const std::string& recovery_code)
    {
        std::set<std::string> there;
        std::set<std::string> cards;
        for (const Member& member : read_members(record)) {
            there.insert(person_key(member));
            cards.insert(member.card_number);
        }
        std::vector<Member> members;
        for (const RosterRow* row : target.rows) {
            const std::string& card = row->member.card_number;
            if (!there.insert(person_key(row->member)).second)
                leave_out("roster.already_there", *row, {});
            else if (!card.empty() && !cards.insert(card).second)
                leave_out("roster.card_taken", *row, {{"card", card}});
            else
                members.push_back(row->member);
        }
        m_result.cells.push_back({target.name, static_cast<int>(members.size()), recovery_code});
        if (members.empty())
            return {};
        if (auto added = record.run(add_members(std::move(members)), importer); !added)
            return tl::unexpected<Error>(added.error());
        return {};
    }

    /// The code of a new cell belongs to its secretary, else to its first member.
    Result<void> appoint_first(Record& record, CellId cell)
    {
        const std::vector<Member> members = read_members(record);
        if (members.empty())
            return {};
        auto officer = std::find_if(members.begin(), members.end(),
            [](const Member& member) { return member.position == Position::Secretary; });
        if (officer == members.end())
            officer = std::min_element(members.begin(), members.end(),
                [](const Member& a, const Member& b) { return a.number < b.number; });
        if (auto done
            = record.run(appoint_officer(officer->id, OfficerRole::Secretary, {}), importer);
            !done)
            return tl::unexpected<Error>(done.error());
        for (const Officer& appointed : read_officers(record)) {
            const OfficerCode code {.officer = appointed.id,
                .role = std::string(word(appointed.role)),
                .code = m_access.code};
            if (auto set = m_folder.set_code(cell, record.key(), code); !set)
                return set;
        }
        m_folder.remove_code(cell, OfficerId {});
        return {};
    }

    void leave_out(std::string key, const RosterRow& row, std::map<std::string, std::string> values)
    {
        values["line"] = std::to_string(row.line);
        values["name"] = row.member.name;
        m_result.not_taken.push_back({std::move(key), std::move(values)});
    }

    RecordFolder& m_folder;
    const RosterAccess& m_access;
    const Clock& m_clock;
    Random& m_random;
    std::vector<Unlocked> m_unlocked;
    RosterImport m_result;
};

} // namespace

Result<RosterImport> import_roster(RecordFolder& folder, const Roster& roster,
    const RosterAccess& access, const Clock& clock, Random& random)
{
    return Importer(folder, access, clock, random).run(roster);
}

} // namespace chibo
