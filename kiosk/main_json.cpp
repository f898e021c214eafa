#include "main_json.h"

namespace chibo {
namespace {

Json optional_time(const std::optional<UnixMs>& at)
{
    return at ? Json(iso_time(*at)) : Json(nullptr);
}

Json optional_day(const std::optional<Date>& date)
{
    return date ? Json(iso(*date)) : Json(nullptr);
}

template <typename Tag> Json optional_id(const std::optional<Id<Tag>>& id)
{
    return id ? Json(id->text()) : Json(nullptr);
}

Json figures_json(const AttendanceFigures& figures)
{
    return {{"total", figures.total}, {"official", figures.official},
        {"probationary", figures.probationary}, {"temporary_here", figures.temporary_here},
        {"exempt", figures.exempt}, {"temporary_away", figures.temporary_away},
        {"suspended", figures.suspended}, {"required", figures.required},
        {"present", figures.present}, {"present_official", figures.present_official},
        {"present_probationary", figures.present_probationary}, {"announced", figures.announced},
        {"excused", figures.excused}, {"unexcused", figures.unexcused}, {"left", figures.left},
        {"not_arrived", figures.not_arrived}, {"late", figures.late}, {"guests", figures.guests}};
}

Json row_json(const AttendanceRow& row)
{
    Json json {{"id", row.person.text()}, {"name", row.name}, {"guest", row.is_guest},
        {"state", word(seat(row))}};
    if (row.is_guest)
        json["organisation"] = row.organisation;
    else
        json["standing"] = word(row.standing);
    json["stays"] = Json::array();
    for (const Stay& stay : row.stays)
        json["stays"].push_back(
            {{"arrived", iso_time(stay.arrived_at_ms)}, {"left", optional_time(stay.left_at_ms)},
                {"how", word(stay.how)}, {"signed", stay.is_signed}});
    if (row.absence)
        json["absence"] = {{"kind", word(row.absence->kind)}, {"reason", word(row.absence->reason)},
            {"reason_text", row.absence->reason_text}};
    return json;
}

Json attendance_json(const MinutesContent& content)
{
    Json json = figures_json(content.attendance.figures);
    json["needed"] = content.attendance.mark.needed;
    json["people"] = Json::array();
    for (const AttendanceRow& row : content.attendance.rows)
        json["people"].push_back(row_json(row));
    if (content.opening) {
        json["announced_at_opening"] = figures_json(content.opening->figures);
        json["announced_at_opening"]["at"] = iso_time(content.opening->announced_at_ms);
    }
    return json;
}

Json item_json(const AgendaItem& item, int number)
{
    Json runs = Json::array();
    for (const ItemRun& run : item.runs)
        runs.push_back(
            {{"started", iso_time(run.started_at_ms)}, {"ended", optional_time(run.ended_at_ms)}});
    return {{"id", item.id.text()}, {"number", number}, {"part", word(item.part)},
        {"kind", word(item.kind)}, {"title", item.title}, {"short_title", item.short_title},
        {"presenter", item.presenter_name}, {"planned_s", item.planned_s},
        {"added_s", item.added_s}, {"state", word(item.state)},
        {"carried_from", optional_id(item.carried_from)}, {"runs", runs}};
}

Json vote_json(const Vote& vote)
{
    return {{"purpose", word(vote.purpose)}, {"method", word(vote.method)},
        {"entitled_present", vote.entitled_present}, {"base", vote.base},
        {"base_kind", word(vote.base_kind)}, {"majority", word(vote.majority)}, {"yes", vote.yes},
        {"no", vote.no}, {"other", vote.other}, {"reserved", vote.reserved},
        {"passes", passes(vote)}};
}

Json task_json(const Task& task)
{
    return {{"owner", task.owner_name}, {"due", iso(task.due_on)}, {"state", word(task.state)},
        {"result", task.result}, {"closed", optional_day(task.closed_on)}};
}

Json entry_json(const Entry& entry)
{
    return {{"id", entry.id.text()}, {"item", entry.item.text()}, {"kind", word(entry.kind)},
        {"speaker", entry.speaker_name}, {"text", entry.text}, {"at", iso_time(entry.at_ms)}};
}

void add_entries(Json& json, const MinutesContent& content)
{
    json["entries"] = Json::array();
    json["votes"] = Json::array();
    json["tasks"] = Json::array();
    for (const Entry& entry : content.entries) {
        json["entries"].push_back(entry_json(entry));
        if (entry.vote) {
            Json vote {
                {"id", entry.id.text()}, {"item", entry.item.text()}, {"motion", entry.text}};
            vote.update(vote_json(*entry.vote));
            json["votes"].push_back(std::move(vote));
        }
        if (entry.task) {
            Json task {{"id", entry.id.text()}, {"item", entry.item.text()}, {"text", entry.text}};
            task.update(task_json(*entry.task));
            json["tasks"].push_back(std::move(task));
        }
    }
}

} // namespace

std::string iso_time(UnixMs at)
{
    const LocalTime local = local_time(at);
    char time[16] {};
    (void)std::snprintf(
        time, sizeof time, "T%02d:%02d:%02d", local.hour, local.minute, local.second);
    return iso(local.date) + time + "+07:00";
}

Json member_json(const Member& member, const std::string& cell)
{
    return {{"id", member.id.text()}, {"name", member.name}, {"cell", cell},
        {"standing", word(member.standing)}, {"number", member.number},
        {"position", word(member.position)}, {"sex", word(member.sex)},
        {"birth", optional_day(member.birth_on)}, {"joined", optional_day(member.joined_on)},
        {"official", optional_day(member.official_on)}};
}

Json meeting_json(const Meeting& meeting, const std::string& cell)
{
    Json json {{"id", meeting.id.text()}, {"title", meeting.title}, {"kind", word(meeting.kind)},
        {"cell", cell}, {"start", iso_time(meeting.planned_start_ms)},
        {"state", meeting.cancelled ? std::string_view("cancelled") : word(meeting.state)},
        {"place", meeting.place}};
    if (meeting.cancelled)
        json["reason"] = *meeting.cancelled;
    return json;
}

Json minutes_json(const MinutesContent& content)
{
    Json json = meeting_json(content.meeting, content.cell.name);
    json["opened"] = optional_time(content.meeting.opened_at_ms);
    json["closed"] = optional_time(content.meeting.closed_at_ms);
    json["chair"] = content.chair ? content.chair->name : "";
    json["clerk"] = content.clerk ? content.clerk->name : "";
    json["rule_set"] = content.meeting.rule_set;
    json["attendance"] = attendance_json(content);
    json["agenda"] = Json::array();
    for (std::size_t i = 0; i < content.agenda.items.size(); ++i)
        json["agenda"].push_back(item_json(content.agenda.items[i], static_cast<int>(i) + 1));
    add_entries(json, content);
    return json;
}

Json seal_json(const Seal& seal, const std::vector<Amendment>& amendments)
{
    Json json {{"hash", hex(seal.hash)}, {"sealed", iso_time(seal.sealed_at_ms)}};
    json["amendments"] = Json::array();
    for (const Amendment& one : amendments)
        json["amendments"].push_back({{"author", one.author_name}, {"reason", one.reason},
            {"text", one.text}, {"at", iso_time(one.at_ms)}});
    return json;
}

} // namespace chibo
