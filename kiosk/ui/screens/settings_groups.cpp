// What each group of the settings has to set, and what setting it does.
#include <algorithm>

#include "meeting/names.h"
#include "record/cell_commands.h"
#include "record/member_commands.h"
#include "ui/screens/settings.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"

namespace chibo {
namespace {

constexpr std::int64_t undo_ms = 6000;

int index_of(const std::vector<std::string>& values, std::string_view value)
{
    const auto found = std::ranges::find(values, value);
    return found == values.end() ? 0 : static_cast<int>(found - values.begin());
}

const std::string& at(const std::vector<std::string>& values, int index)
{
    return values[static_cast<std::size_t>(index)];
}

} // namespace

std::vector<SettingsScreen::Choice> SettingsScreen::choices(Ui& ui, Commands& commands)
{
    switch (m_group) {
    case Group::Display:
        return display_choices(ui);
    case Group::Room:
        return room_choices(ui, commands);
    case Group::Keyboard:
        return keyboard_choices(ui, commands);
    case Group::Safety:
        return safety_choices(ui, commands);
    default:
        return {};
    }
}

std::vector<SettingsScreen::Link> SettingsScreen::links(Ui& ui)
{
    switch (m_group) {
    case Group::Cell:
        return cell_links(ui);
    case Group::Room:
        return {{ui.tr("settings.room"), tied(m_cell.room), [this, &ui] {
                     m_sheet = SettingsSheet::text(
                         SettingsSheet::Field::Room, ui.tr("settings.room"), m_cell.room);
                 }}};
    case Group::Device:
        return {
            {ui.tr("settings.sync"), ui.tr("settings.sync_advice"), [this] { m_to_sync = true; }},
            {ui.tr("settings.this_device"), m_device, {}}, {ui.tr("settings.folder"), m_folder, {}},
            {ui.tr("settings.last_saved"), dmy(date_of(m_saved_at_ms)) + " · " + hm(m_saved_at_ms),
                {}}};
    case Group::Safety:
        return safety_links(ui);
    default:
        return {};
    }
}

std::vector<SettingsScreen::Choice> SettingsScreen::display_choices(Ui& ui)
{
    const MachineSettings now = m_desk.machine();
    const auto on_off = [&](const std::string& key, std::string MachineSettings::* field,
                            const std::string& off, const std::string& on) {
        return Choice {key, {ui.tr("settings.off"), ui.tr("settings.on")}, now.*field == on ? 1 : 0,
            [this, &ui, key, field, off, on](int chosen) {
                MachineSettings machine = m_desk.machine();
                machine.*field = chosen == 1 ? on : off;
                set_machine(
                    ui, machine, key, chosen == 1 ? "settings.told_on" : "settings.told_off");
            }};
    };
    const std::vector<int> sizes {100, 120, 140};
    std::vector<std::string> size_words;
    size_words.reserve(sizes.size());
    for (const int size : sizes)
        size_words.push_back(std::to_string(size) + "\u00A0%");
    const auto size = std::ranges::find(sizes, now.text_size);
    const Choice text_size {"text_size", size_words,
        size == sizes.end() ? 0 : static_cast<int>(size - sizes.begin()),
        [this, &ui, sizes](int chosen) {
            MachineSettings machine = m_desk.machine();
            machine.text_size = sizes[static_cast<std::size_t>(chosen)];
            set_machine(ui, machine, "text_size", "settings.told_size");
        }};
    const Choice language {"language", {ui.tr("settings.vietnamese"), ui.tr("settings.english")},
        now.language == "en" ? 1 : 0, [this, &ui](int chosen) {
            MachineSettings machine = m_desk.machine();
            machine.language = chosen == 1 ? "en" : "vi";
            set_machine(ui, machine, "language", "settings.told_language");
        }};
    return {text_size, on_off("contrast", &MachineSettings::contrast, "normal", "high"),
        on_off("motion", &MachineSettings::motion, "full", "reduced"),
        on_off("sound", &MachineSettings::sound, "off", "on"), language};
}

void SettingsScreen::set_machine(
    Ui& ui, const MachineSettings& machine, const std::string& key, const std::string& told)
{
    const MachineSettings before = m_desk.machine();
    m_desk.set_machine(machine);
    m_undo = Undo {
        ui.tr(told,
            {{"what", ui.tr("settings." + key)}, {"size", std::to_string(machine.text_size)}}),
        [this, before] { m_desk.set_machine(before); }, ui.now_ms() + undo_ms};
}

void SettingsScreen::set_in_record(
    Ui& ui, Commands& commands, const std::string& id, const std::string& value, const Told& told)
{
    const std::string before = told.values.at("before");
    commands.push(set_setting(id, value));
    m_undo = Undo {ui.tr(told.key, told.values),
        [&commands, id, before] { commands.push(set_setting(id, before)); }, ui.now_ms() + undo_ms};
}

SettingsScreen::Choice SettingsScreen::record_choice(
    Ui& ui, Commands& commands, const RecordChoice& from)
{
    const int chosen = index_of(from.values, from.now);
    return {from.key, from.options, chosen, [this, &ui, &commands, from](int next) {
                set_in_record(ui, commands, from.id, at(from.values, next),
                    {.key = "settings.told_choice",
                        .values = {{"what", ui.tr("settings." + from.key)},
                            {"choice", at(from.options, next)}, {"before", from.now}}});
            }};
}

std::vector<SettingsScreen::Choice> SettingsScreen::room_choices(Ui& ui, Commands& commands)
{
    const std::string off = ui.tr("settings.off"), on = ui.tr("settings.on");
    const auto flag = [](bool value) { return value ? "1" : "0"; };
    return {record_choice(ui, commands,
                {"signature", "check_in/signature", {"asked", "optional", "off"},
                    {ui.tr("settings.signature_asked"), ui.tr("settings.signature_optional"), off},
                    std::string(word(m_settings.check_in_signature))}),
        record_choice(ui, commands,
            {"clerk_runs", "agenda/clerk_runs", {"0", "1"}, {off, on},
                flag(m_settings.clerk_runs_agenda)}),
        record_choice(ui, commands,
            {"minutes_rest", "minutes/rest", {"0", "1"}, {off, on}, flag(m_settings.minutes_rest)}),
        record_choice(ui, commands,
            {"agenda_rest", "agenda/rest", {"0", "1"}, {off, on}, flag(m_settings.agenda_rest)})};
}

std::vector<SettingsScreen::Choice> SettingsScreen::keyboard_choices(Ui& ui, Commands& commands)
{
    return {record_choice(ui, commands,
                {"method", "typing/method", {"telex", "vni", "simple"},
                    {"Telex", "VNI", ui.tr("settings.method_simple")}, m_settings.typing_method}),
        record_choice(ui, commands,
            {"tones", "typing/tones", {"old", "new"},
                {ui.tr("settings.tones_old"), ui.tr("settings.tones_new")},
                m_settings.typing_tones}),
        record_choice(ui, commands,
            {"screen_keyboard", "typing/screen_keyboard", {"0", "1"},
                {ui.tr("settings.off"), ui.tr("settings.on")},
                m_settings.screen_keyboard ? "1" : "0"})};
}

std::vector<SettingsScreen::Choice> SettingsScreen::safety_choices(Ui& ui, Commands& commands)
{
    const auto minutes = [&](const std::string& key, const std::string& id,
                             std::vector<std::string> values, int now) {
        std::vector<std::string> words;
        words.reserve(values.size());
        for (const std::string& value : values)
            words.push_back(ui.tr("settings.minutes", {{"count", value}}));
        return record_choice(
            ui, commands, {key, id, std::move(values), std::move(words), std::to_string(now)});
    };
    return {
        minutes("rest_after", "safety/rest_after", {"3", "5", "10"}, m_settings.rest_after_minutes),
        minutes(
            "lock_after", "safety/lock_after", {"15", "30", "60"}, m_settings.lock_after_minutes)};
}

std::vector<SettingsScreen::Link> SettingsScreen::cell_links(Ui& ui)
{
    const auto line = [&](SettingsSheet::Field field, const std::string& key,
                          const std::string& value) {
        const std::string title = ui.tr("settings." + key);
        return Link {title, tied(value),
            [this, field, title, value] { m_sheet = SettingsSheet::text(field, title, value); }};
    };
    std::vector<Link> all {line(SettingsSheet::Field::CellName, "cell_name", m_cell.name),
        line(SettingsSheet::Field::Organisation, "organisation", m_cell.organisation),
        line(SettingsSheet::Field::ParentLine, "parent_line", m_heading.parent_line),
        line(SettingsSheet::Field::CellLine, "cell_line", m_heading.cell_line),
        line(SettingsSheet::Field::Place, "place", m_heading.place)};
    for (const Member& member : m_members) {
        std::string value = ui.tr("settings.standing_" + std::string(word(member.standing)));
        if (member.position != Position::None)
            value.insert(
                0, ui.tr("settings.position_" + std::string(word(member.position))) + " · ");
        all.push_back({member.name, value, [this, member] { open_member(member.id); },
            portrait(member.name, member.number)});
    }
    return all;
}

std::optional<Officer> SettingsScreen::holder(OfficerRole role) const
{
    const auto found = std::ranges::find(m_officers, role, &Officer::role);
    return found == m_officers.end() ? std::nullopt : std::optional(*found);
}

OfficerRights SettingsScreen::rights(OfficerRole role) const
{
    const bool recovered = m_desk.recovered();
    OfficerRights may {.appoints = appoints(m_viewer.role)};
    if (const auto officer = holder(role)) {
        const bool own = m_viewer.member == officer->member;
        may.sets_code = recovered || own || !m_desk.has_code(officer->id);
        may.sets_pin = recovered || own || !officer->has_pin;
        may.knows_pin = !recovered;
    }
    return may;
}

std::vector<SettingsScreen::Link> SettingsScreen::safety_links(Ui& ui)
{
    std::vector<Link> all;
    for (const OfficerRole role :
        {OfficerRole::Secretary, OfficerRole::DeputySecretary, OfficerRole::Clerk}) {
        const std::string words = ui.tr("settings.role_" + std::string(word(role)));
        const auto officer = holder(role);
        const auto open = [this, role, officer] {
            m_officer_role = role;
            m_officer_sheet.emplace(role, officer, m_members);
        };
        if (officer)
            all.push_back({officer->name, ui.tr("settings.officer_codes", {{"role", words}}), open,
                portrait(officer->name, officer->number)});
        else
            all.push_back({words, ui.tr("settings.nobody"), open});
    }
    all.push_back(recovery_link(ui));
    return all;
}

/// Who has the old code in hand needs no PIN: those that are forgotten are set with it.
SettingsScreen::Link SettingsScreen::recovery_link(Ui& ui)
{
    const std::string title = ui.tr("settings.recovery");
    if (m_desk.recovered())
        return {title, ui.tr("settings.recovery_advice"),
            [this] { m_sheet = SettingsSheet::recovery(); }};
    const auto self = std::ranges::find_if(m_officers, [&](const Officer& officer) {
        return officer.member == m_viewer.member && word(officer.role) == m_viewer.role;
    });
    if (!appoints(m_viewer.role) || self == m_officers.end())
        return {title, ui.tr("officers.not_yours"), {}};
    return {title, ui.tr("settings.recovery_advice"),
        [this, officer = *self] { m_sheet = SettingsSheet::recovery(officer); }};
}

void SettingsScreen::reset_group(Ui& ui, Commands& commands)
{
    if (m_group == Group::Display) {
        const MachineSettings before = m_desk.machine();
        MachineSettings machine;
        machine.last_cell = before.last_cell;
        m_desk.set_machine(machine);
        m_undo = Undo {ui.tr("settings.told_reset"), [this, before] { m_desk.set_machine(before); },
            ui.now_ms() + undo_ms};
        return;
    }
    const Settings defaults;
    struct Value {
        const char* id;
        std::string before, value;
    };
    const auto flag = [](bool value) { return std::string(value ? "1" : "0"); };
    std::vector<Value> values;
    if (m_group == Group::Room)
        values = {{"check_in/signature", std::string(word(m_settings.check_in_signature)),
                      std::string(word(defaults.check_in_signature))},
            {"agenda/clerk_runs", flag(m_settings.clerk_runs_agenda),
                flag(defaults.clerk_runs_agenda)},
            {"minutes/rest", flag(m_settings.minutes_rest), flag(defaults.minutes_rest)},
            {"agenda/rest", flag(m_settings.agenda_rest), flag(defaults.agenda_rest)}};
    if (m_group == Group::Keyboard)
        values = {{"typing/method", m_settings.typing_method, defaults.typing_method},
            {"typing/tones", m_settings.typing_tones, defaults.typing_tones},
            {"typing/screen_keyboard", flag(m_settings.screen_keyboard),
                flag(defaults.screen_keyboard)}};
    if (m_group == Group::Safety)
        values = {{"safety/rest_after", std::to_string(m_settings.rest_after_minutes),
                      std::to_string(defaults.rest_after_minutes)},
            {"safety/lock_after", std::to_string(m_settings.lock_after_minutes),
                std::to_string(defaults.lock_after_minutes)}};
    for (const Value& one : values)
        commands.push(set_setting(one.id, one.value));
    if (!values.empty())
        m_undo = Undo {ui.tr("settings.told_reset"),
            [&commands, values] {
                for (const Value& one : values)
                    commands.push(set_setting(one.id, one.before));
            },
            ui.now_ms() + undo_ms};
}

} // namespace chibo
