// What the verbs show of a critique: with --restricted and the code of an officer who leads or
// writes it, and each time an entry of the journal.
#include <algorithm>
#include <iostream>

#include <fmt/format.h>

#include "main_critique.h"
#include "main_json.h"
#include "main_verbs.h"
#include "meeting/names.h"
#include "record/critique_commands.h"
#include "record/critique_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"

namespace chibo {
namespace {

Json remark_json(const Remark& remark)
{
    Json json {{"id", remark.id.text()}, {"from", remark.from_name}, {"kind", remark.kind},
        {"text", remark.text}, {"at", iso_time(remark.at_ms)}, {"to_absent", remark.to_absent}};
    if (remark.answer)
        json["answer"] = {{"kind", remark.answer->kind}, {"text", remark.answer->text},
            {"at", iso_time(remark.answer->at_ms)}};
    return json;
}

Json commitment_json(const Commitment& commitment)
{
    Json json {{"id", commitment.id.text()}, {"text", commitment.text},
        {"source", commitment.source}, {"state", word(state_of(commitment))},
        {"due", commitment.due_on ? Json(iso(*commitment.due_on)) : Json(nullptr)},
        {"checks", Json::array()}};
    for (const CommitmentCheck& check : commitment.checks)
        json["checks"].push_back({{"state", word(check.state)}, {"evidence", check.evidence},
            {"confirmed_by", check.confirmed_by_name}, {"at", iso_time(check.at_ms)}});
    return json;
}

Json person_json(const Record& record, const Critique& critique, const CritiquePerson& person)
{
    const CritiqueTurn turn = read_critique_turn(record, critique, person.member);
    Json json {{"id", person.member.text()}, {"name", person.name}, {"turn", person.order},
        {"present", person.present}, {"remarks", Json::array()}, {"commitments", Json::array()}};
    for (const Remark& remark : turn.remarks)
        json["remarks"].push_back(remark_json(remark));
    for (const Commitment& commitment : turn.commitments)
        json["commitments"].push_back(commitment_json(commitment));
    if (turn.conclusion)
        json["conclusion"] = {{"text", turn.conclusion->text},
            {"due", turn.conclusion->due_on ? Json(iso(*turn.conclusion->due_on)) : Json(nullptr)},
            {"released", turn.conclusion->released_as.has_value()}};
    return json;
}

/// What the rules call a kind; its id where a newer device wrote it.
std::string kind_words(
    const Strings& strings, const std::vector<CritiqueKind>& kinds, const std::string& id)
{
    const CritiqueKind* kind = kind_named(kinds, id);
    if (kind == nullptr)
        return id;
    return strings.language() == Language::English ? kind->label.en : kind->label.vi;
}

std::string remark_line(const Strings& strings, const CritiqueRules& rules, const Json& remark)
{
    std::vector<CritiqueKind> kinds = rules.remarks;
    kinds.push_back(rules.self);
    Values values {{"name", remark["from"]}, {"kind", kind_words(strings, kinds, remark["kind"])},
        {"text", remark["text"]}};
    if (!remark.contains("answer"))
        return strings.tr("verbs.remark", values);
    values["answer"] = kind_words(strings, rules.answers, remark["answer"]["kind"]);
    return strings.tr("verbs.remark_answered", values);
}

} // namespace

Result<Actor> find_actor(const VerbOptions& options, const OpenedCell& cell)
{
    const std::string wanted = fold_for_search(options.as);
    for (const Officer& officer : read_officers(*cell.record)) {
        const std::string name = fold_for_search(officer.name);
        const bool named = name == wanted || name.ends_with(" " + wanted);
        const bool holds = std::ranges::find(cell.holders, officer.id) != cell.holders.end();
        if (options.as.empty() ? officer.id == cell.officer : named && holds)
            return Actor {officer.member, std::string(word(officer.role))};
    }
    if (!options.as.empty())
        return refuse("verbs.not_your_code", {{"name", options.as}, {"cell", cell.name}});
    if (!cell.officer.nil())
        return refuse("verbs.no_officer");
    return Actor {.member = std::nullopt, .role = "recovery"};
}

Result<Actor> restricted_reader(const VerbOptions& options, const OpenedCell& cell)
{
    auto reader = find_actor(options, cell);
    if (reader && !reader->member)
        return refuse("verbs.no_officer");
    return reader;
}

Result<Json> restricted_critique(const VerbOptions& options, OpenedCell& cell, MeetingId meeting)
{
    const auto reader = restricted_reader(options, cell);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto found = read_meeting(*cell.record, meeting);
    if (!found || critique_sight(*found, reader->member, reader->role) != CritiqueSight::All)
        return refuse("critique.not_yours");
    const Critique critique = read_critique(*cell.record, meeting);
    const NotedReading reading {.what = "meeting_show",
        .how = "command_line",
        .session = critique.session.nil() ? std::nullopt : std::optional(critique.session),
        .about = {}};
    if (const auto noted = cell.record->run(note_reading(reading), *reader); !noted)
        return tl::unexpected(noted.error());
    if (critique.session.nil())
        return Json(nullptr);
    Json json {{"item", critique.session.text()}, {"title", critique.item_title},
        {"started", iso_time(critique.started_at_ms.value_or(0))},
        {"ended", critique.ended_at_ms ? Json(iso_time(*critique.ended_at_ms)) : Json(nullptr)},
        {"people", Json::array()}};
    for (const CritiquePerson& person : critique.people)
        json["people"].push_back(person_json(*cell.record, critique, person));
    return json;
}

void print_critique(const Strings& strings, const CritiqueRules& rules, const Json& critique)
{
    if (critique.is_null())
        return;
    std::cout << fmt::format("\n{}\n", critique["title"].get<std::string>());
    for (const Json& person : critique["people"]) {
        std::cout << fmt::format("  {}\n", person["name"].get<std::string>());
        for (const Json& remark : person["remarks"])
            std::cout << "    " << remark_line(strings, rules, remark) << "\n";
        if (person.contains("conclusion"))
            std::cout << "    "
                      << strings.tr("verbs.conclusion", {{"text", person["conclusion"]["text"]}})
                      << "\n";
    }
}

Result<void> may_read_history(
    const VerbOptions& options, OpenedCell& cell, const Uuid& id, Restricted restricted)
{
    if (!is_restricted_row(*cell.record, id))
        return {};
    if (restricted == Restricted::No)
        return refuse("verbs.restricted");
    const auto reader = restricted_reader(options, cell);
    if (!reader)
        return tl::unexpected(reader.error());
    if (follow_up_sight(reader->member, reader->role) != CritiqueSight::All)
        return refuse("critique.not_yours");
    const NotedReading reading {
        .what = "journal_history", .how = "command_line", .session = {}, .about = {}};
    if (const auto noted = cell.record->run(note_reading(reading), *reader); !noted)
        return tl::unexpected(noted.error());
    return {};
}

} // namespace chibo
