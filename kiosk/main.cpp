// The command line: no verb opens the kiosk, a verb does one job without a window. Exit status 0:
// done; 1: the input or the record is at fault, with one line that says what and where; 2: wrong
// usage.
#include <cstdlib>
#include <functional>
#include <iostream>

#include <CLI/CLI.hpp>

#include "main_kiosk.h"
#include "main_verbs.h"
#include "record/failures.h"

namespace {

using namespace chibo;

constexpr int at_fault = 1;
constexpr int wrong_usage = 2;

void complain(const Error& error)
{
    std::cerr << "chibo: " << sentence(error) << "\n";
}

/// The verbs, their options, and what the command line chose.
class CommandLine {
public:
    CommandLine();
    int run(int argc, char** argv);

private:
    CLI::App* verb(CLI::App& parent, const std::string& name, const std::string& does);
    void add_common(CLI::App& app);
    void add_demo();
    void add_roster();
    void add_meetings();
    void add_record_verbs();
    void add_devices();
    void add_typing();
    void add_shot();
    void chosen(CLI::App* app, std::function<Result<void>()> run)
    {
        app->callback([this, run = std::move(run)] { m_run = run; });
    }

    CLI::App m_app {
        "The meeting-room kiosk of a Party cell. Without a verb it opens the kiosk.", "chibo"};
    VerbOptions m_options;
    std::function<Result<void>()> m_run; // What the command line asks for.
    RosterReading m_roster;
    DemoArguments m_demo;
    std::string m_date, m_search, m_id, m_kind, m_file, m_method = "telex", m_tones = "old";
    std::string m_to;
    std::vector<std::string> m_files;
    DeviceJoin m_join;
    bool m_restricted = false;
    KioskOptions m_kiosk;
    ShotOptions m_shot;
};

CommandLine::CommandLine()
{
    m_options.record = default_record();
    if (const char* code = std::getenv("CHIBO_CODE"))
        m_options.code = code;
    m_app.require_subcommand(0, 1);
    add_common(m_app);
    m_app
        .add_option(
            "--frames", m_kiosk.frames, "Draw so many frames and leave, printing their times")
        ->check(CLI::PositiveNumber);
    m_app.add_option("--screen", m_kiosk.screen, "Open on this screen");
    m_app.add_option("--windowed", m_kiosk.windowed, "In a window of this size, as 1280x800");
    add_demo();
    add_roster();
    add_meetings();
    add_record_verbs();
    add_devices();
    add_typing();
    add_shot();
}

void CommandLine::add_common(CLI::App& app)
{
    app.add_option("--record", m_options.record, "Folder of the record");
    app.add_option("--code", m_options.code, "Unlock code (else CHIBO_CODE)");
    app.add_option("--cell", m_options.cell, "Only this cell of those that the code opens");
    app.add_option("--as", m_options.as, "Who acts, where officers share the code: a name");
    app.add_flag("--json", m_options.json, "Print data as JSON");
}

CLI::App* CommandLine::verb(CLI::App& parent, const std::string& name, const std::string& does)
{
    CLI::App* app = parent.add_subcommand(name, does);
    add_common(*app);
    app->add_option("--language,--lang", m_options.language,
           "Of sentences: vi or en (else CHIBO_LANGUAGE, else the terminal's)")
        ->check(CLI::IsMember({"vi", "en"}));
    return app;
}

void CommandLine::add_demo()
{
    CLI::App* demo = verb(m_app, "demo", "A new record with the demo committee");
    demo->add_option("--years", m_demo.years, "Years of meetings")->check(CLI::Range(1, 50));
    demo->add_option("--members", m_demo.members, "Members in all")->check(CLI::Range(15, 5000));
    demo->add_option("--date", m_date, "The day whose meeting is ready to open, as 2026-08-05");
    chosen(demo, [this]() -> Result<void> {
        m_demo.day = date_of(SystemClock().now_ms());
        if (!m_date.empty()) {
            const auto day = parse_iso(m_date) ? parse_iso(m_date) : parse_dmy(m_date);
            if (!day)
                throw CLI::ValidationError("--date", m_date + " is no day; write 2026-08-05");
            m_demo.day = *day;
        }
        return run_demo(m_options, m_demo);
    });
}

void CommandLine::add_roster()
{
    CLI::App* roster = m_app.add_subcommand("roster", "Members");
    roster->require_subcommand(1);
    CLI::App* import
        = verb(*roster, "import", "Members from a table, with a line for each row not taken");
    import->add_option("file", m_roster.file, "CSV or XLSX, in Unicode or in an old encoding")
        ->required();
    import->add_option("--encoding", m_roster.encoding, "utf-8, tcvn3 (ABC) or vni; else asked for")
        ->check(CLI::IsMember({"utf-8", "tcvn3", "vni"}));
    import->add_flag("--yes", m_roster.yes, "Take a converted file without asking");
    chosen(import, [this] { return run_roster_import(m_options, m_roster); });
    CLI::App* list = verb(*roster, "list", "Members by given name");
    list->add_option("--search", m_search, "Only names that match, with marks or without");
    chosen(list, [this] { return run_roster_list(m_options, m_search); });
}

void CommandLine::add_meetings()
{
    CLI::App* meeting = m_app.add_subcommand("meeting", "Meetings");
    meeting->require_subcommand(1);
    CLI::App* list = verb(*meeting, "list", "Meetings, newest first");
    chosen(list, [this] { return run_meeting_list(m_options); });
    CLI::App* show
        = verb(*meeting, "show", "One with attendance, agenda, entries, votes, tasks and state");
    show->add_option("id", m_id, "As `meeting list` gives it")->required();
    show->add_flag("--restricted", m_restricted, "With the critique, for its chair and clerk");
    chosen(show, [this] {
        return run_meeting_show(m_options, m_id, m_restricted ? Restricted::Yes : Restricted::No);
    });
    CLI::App* document = verb(m_app, "document", "A paper of a meeting as a file");
    document->add_option("kind", m_kind, "minutes")->required();
    document->add_option("meeting", m_id, "As `meeting list` gives it")->required();
    document->add_option("--out", m_file, "The file; its ending is the format: .pdf")->required();
    chosen(document, [this] { return run_document(m_options, m_kind, m_id, m_file); });
}

void CommandLine::add_record_verbs()
{
    CLI::App* verify
        = verb(m_app, "verify", "Check journal, seals and database, or a paper's file");
    verify->add_option("file", m_file, "A PDF that the program wrote, or a bundle");
    chosen(verify, [this] { return run_verify(m_options, m_file); });
    CLI::App* history
        = verb(m_app, "history", "Every version of one thing: who, when, which device");
    history->add_option("id", m_id, "Of a meeting, an entry, a member")->required();
    history->add_flag("--restricted", m_restricted, "Also of what a critique holds");
    chosen(history, [this] {
        return run_history(m_options, m_id, m_restricted ? Restricted::Yes : Restricted::No);
    });
}

void CommandLine::add_devices()
{
    CLI::App* out = verb(m_app, "export", "A sealed bundle of changes for another device");
    out->add_option("--out", m_file, "The file, or the folder for one named by device and time")
        ->required();
    out->add_option("--to", m_to,
        "Only what this device is not known to have; all: everything. Else what any other lacks");
    chosen(out, [this] { return run_export(m_options, m_file, m_to); });
    CLI::App* in = verb(m_app, "import", "Take in bundles of other devices");
    in->add_option("files", m_files, "Bundles, or a folder of them")->required();
    chosen(in, [this] { return run_import(m_options, m_files); });
    CLI::App* device = m_app.add_subcommand("device", "The cell's devices");
    device->require_subcommand(1);
    CLI::App* invite = verb(*device, "invite", "A file for a further device, and its secret");
    invite->add_option("--out", m_file, "The file")->required();
    chosen(invite, [this] { return run_device_invite(m_options, m_file); });
    CLI::App* join = verb(*device, "join", "Make the cell here from an invitation");
    join->add_option("file", m_file, "The invitation")->required();
    join->add_option("--secret", m_join.secret, "What `device invite` showed")->required();
    join->add_option("--name", m_join.name, "What the others will call this device");
    chosen(join, [this] { return run_device_join(m_options, m_file, m_join); });
    CLI::App* list = verb(*device, "list", "Devices with what waits to go to each");
    chosen(list, [this] { return run_device_list(m_options); });
    CLI::App* withdraw = verb(*device, "withdraw", "Take nothing more from a device");
    withdraw->add_option("name", m_id, "As `device list` gives it")->required();
    chosen(withdraw, [this] { return run_device_withdraw(m_options, m_id); });
}

void CommandLine::add_typing()
{
    CLI::App* type
        = m_app.add_subcommand("type", "Each line of keystrokes becomes the text it composes");
    type->add_option("--method", m_method, "telex, vni or simple")
        ->check(CLI::IsMember({"telex", "vni", "simple"}));
    type->add_option("--tones", m_tones, "Where the tone stands: old (hòa) or new (hoà)")
        ->check(CLI::IsMember({"old", "new"}));
    chosen(type, [this] { return run_type(m_method, m_tones); });
}

void CommandLine::add_shot()
{
    CLI::App* shot = verb(m_app, "shot", "One screen of the record, drawn without a display");
    shot->add_option("screen", m_shot.screen, "home, check_in, agenda, minutes, …")->required();
    shot->add_option("--size", m_shot.size, "As 1280x800");
    shot->add_option("--out", m_shot.out, "PNG file")->required();
    shot->add_option("--meeting", m_shot.meeting, "As `meeting list` gives it");
    shot->add_option("--at", m_shot.at, "The clock, as \"2026-08-05 07:38\"");
    shot->add_option("--text", m_shot.text_percent, "Size of text and touch areas in percent")
        ->check(CLI::Range(90, 200));
    chosen(shot, [this] {
        m_shot.language = m_options.language;
        return run_shot(m_options, m_shot);
    });
}

int CommandLine::run(int argc, char** argv)
{
    try {
        m_app.parse(argc, argv);
        if (!m_options.language.empty())
            ::setenv("CHIBO_LANGUAGE", m_options.language.c_str(), 1);
        const auto done = m_run ? m_run() : run_kiosk(m_options, m_kiosk);
        if (done)
            return 0;
        complain(done.error());
        return done.error().key == "verbs.no_code" ? wrong_usage : at_fault;
    } catch (const CLI::ParseError& error) {
        return m_app.exit(error) == 0 ? 0 : wrong_usage;
    } catch (const std::exception& failure) {
        complain(sentence_for(failure));
        return at_fault;
    }
}

} // namespace

int main(int argc, char** argv)
{
    return CommandLine().run(argc, argv);
}
