#include "ui/step_runner.h"

#include <charconv>
#include <system_error>

#include <unistd.h>

#include "exchange/demo.h"
#include "ui/step_copies.h"
#include "ui/step_stage.h"
#include "ui/step_story.h"

namespace chibo {

namespace {

const std::string& only(const Step& step)
{
    if (step.arguments.size() != 1)
        throw StepFailure(step.verb + " takes one word");
    return step.arguments.front();
}

std::string sentence(const Strings& strings, const Error& error)
{
    return strings.tr(error.key, error.values) + " (" + error.key + ")";
}

DeviceSize size_of(const std::string& text)
{
    DeviceSize size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.w);
    if (width.ptr == end || *width.ptr != 'x'
        || std::from_chars(width.ptr + 1, end, size.h).ptr != end)
        throw StepFailure("a size is written as 1280x800");
    return size;
}

} // namespace

std::int64_t StepRunner::duration_of(const std::string& text)
{
    std::int64_t amount = 0;
    const char* end = text.data() + text.size();
    const std::string unit(std::from_chars(text.data(), end, amount).ptr, end);
    if (unit == "ms")
        return amount;
    if (unit == "s")
        return amount * 1000;
    if (unit == "m")
        return amount * 60'000;
    throw StepFailure("a time is written as 500ms, 2s or 3m");
}

StepRunner::StepRunner(StepOptions options) : m_options(std::move(options)) {}

StepRunner::~StepRunner()
{
    m_machines.hold.release();
    m_stage.reset();
    std::error_code ignored; // What cannot be removed lies in the build folder.
    if (m_copies > 0)
        std::filesystem::remove_all(
            m_options.scratch / ("run-" + std::to_string(getpid())), ignored);
}

const std::map<std::string, StepRunner::Act>& StepRunner::acts()
{
    static const std::map<std::string, Act> all {
        {"clock", &StepRunner::act_clock},
        {"record", &StepRunner::act_record},
        {"story", &StepRunner::act_story},
        {"unlock", &StepRunner::act_unlock},
        {"recovery", &StepRunner::act_recovery},
        {"lock", &StepRunner::act_lock},
        {"rest", &StepRunner::act_rest},
        {"officer", &StepRunner::act_officer},
        {"as", &StepRunner::act_as},
        {"size", &StepRunner::act_size},
        {"wait", &StepRunner::act_wait},
        {"shot", &StepRunner::act_shot},
        {"restart", &StepRunner::act_restart},
        {"text", &StepRunner::act_text},
        {"language", &StepRunner::act_language},
        {"contrast", &StepRunner::act_contrast},
        {"screen", &StepRunner::act_screen},
        {"tap", &StepRunner::act_tap},
        {"press", &StepRunner::act_press},
        {"hold", &StepRunner::act_hold},
        {"drag", &StepRunner::act_drag},
        {"scroll", &StepRunner::act_scroll},
        {"sign", &StepRunner::act_sign},
        {"swipe", &StepRunner::act_swipe},
        {"pinch", &StepRunner::act_pinch},
        {"poke", &StepRunner::act_poke},
        {"touch", &StepRunner::act_touch},
        {"thumbs", &StepRunner::act_thumbs},
        {"outside", &StepRunner::act_outside},
        {"type", &StepRunner::act_type},
        {"key", &StepRunner::act_key},
        {"scan", &StepRunner::act_scan},
        {"see", &StepRunner::act_see},
        {"not see", &StepRunner::act_not_see},
        {"readings", &StepRunner::act_readings},
        {"hear", &StepRunner::act_hear},
        {"list", &StepRunner::act_list},
        {"device", &StepRunner::act_device},
        {"skew", &StepRunner::act_skew},
        {"called", &StepRunner::act_called},
        {"invite", &StepRunner::act_invite},
        {"carry", &StepRunner::act_carry},
        {"stick", &StepRunner::act_stick},
        {"pull", &StepRunner::act_pull},
        {"cut", &StepRunner::act_cut},
        {"picture", &StepRunner::act_picture},
        {"hold_job", &StepRunner::act_hold_job},
        {"release", &StepRunner::act_release},
        {"secret", &StepRunner::act_secret},
        {"await", &StepRunner::act_await},
        {"shapes", &StepRunner::act_shapes},
    };
    return all;
}

void StepRunner::run(const Step& step)
{
    const auto found = acts().find(step.verb);
    if (found == acts().end())
        throw StepFailure("there is no step \"" + step.verb + "\"");
    (this->*found->second)(step);
}

StepRunner::Stage& StepRunner::stage()
{
    if (!m_stage)
        throw StepFailure("`record demo` or `record PATH` comes first");
    return *m_stage;
}

void StepRunner::save_picture(const std::filesystem::path& file)
{
    if (m_stage)
        write_png(file, m_stage->surface->picture());
}

void StepRunner::begin()
{
    m_machines.hold.release(); // A job that is held keeps its worker.
    m_stage.reset();
    auto folder = RecordFolder::open(m_record);
    if (!folder)
        throw StepFailure("record " + m_record.string() + ": " + folder.error().key);
    auto surface = m_options.window ? make_window({.windowed = m_size})
                                    : make_offscreen(m_size, Pixels::WhenAsked);
    m_stage = std::make_unique<Stage>(
        std::move(surface), std::move(*folder), m_machine_clock, m_random);
    m_machine_clock.set_ahead_ms(m_machines.all[m_machines.current].ahead_ms);
    m_stage->app.exchange().set_places(
        [this] { return m_machines.places(m_options.scratch / "documents"); });
    m_stage->app.exchange().set_gate(
        [this](std::size_t done, std::size_t all) { m_machines.hold.pass(done, all); });
    m_stage->app.set_text_size(m_text_percent);
    if (!m_language.empty())
        m_stage->strings.set_language(
            m_language == "en" ? Language::English : Language::Vietnamese);
    settle();
}

void StepRunner::act_clock(const Step& step)
{
    const auto at = parse_local(step.rest.substr(0, step.rest.find('#')).substr(0, 19));
    const auto trimmed = parse_local(
        step.arguments.size() >= 2 ? step.arguments[0] + " " + step.arguments[1] : step.rest);
    if (!trimmed && !at)
        throw StepFailure("a time is written as 2026-08-05 07:45");
    const UnixMs to = trimmed ? *trimmed : *at;
    if (!m_clock_set)
        m_clock = FakeClock(to);
    else
        m_clock.set(to);
    m_clock_set = true;
    if (m_stage) {
        m_stage->app.awake(); // The story moves on; nobody left the kiosk alone.
        m_stage->ui.pace().input();
        settle();
    }
}

void StepRunner::make_demo_record(const std::string& day)
{
    // Made once a day of the demo, then copied: 1 s against 10 ms.
    const auto made = m_options.scratch / ("demo-" + day);
    if (!std::filesystem::exists(made / "done")) {
        const auto making = m_options.scratch / ("making-" + std::to_string(getpid()));
        std::filesystem::remove_all(making);
        DemoArguments arguments;
        arguments.day = *parse_iso(day);
        arguments.cost = CodeCost::for_tests();
        const auto demo = make_demo(making / "record", data_folder() / "demo", arguments);
        if (!demo)
            throw StepFailure("record demo: " + demo.error().key);
        std::filesystem::create_directory(making / "done");
        std::error_code taken; // Another run may have been faster: then its record serves.
        std::filesystem::rename(making, made, taken);
        if (taken)
            std::filesystem::remove_all(making);
    }
    std::filesystem::copy(made / "record", m_record, std::filesystem::copy_options::recursive);
    keep_device(m_record);
}

void StepRunner::act_record(const Step& step)
{
    if (!m_clock_set)
        throw StepFailure("`clock` comes first: the demo's days follow it");
    m_stage.reset();
    m_machines.all.clear();
    m_machines.current = "first";
    if (only(step) != "demo") {
        m_record = only(step);
    } else {
        m_record
            = m_options.scratch / ("run-" + std::to_string(getpid())) / std::to_string(m_copies++);
        std::filesystem::create_directories(m_record.parent_path());
        make_demo_record(iso(date_of(m_clock.now_ms())));
    }
    begin();
}

void StepRunner::act_story(const Step& step)
{
    Record* record = stage().app.session().record();
    if (record == nullptr)
        throw StepFailure("the kiosk is locked: `unlock CODE` first");
    const UnixMs from = m_clock.now_ms();
    // `story "at_the_door" 08:50`: another one beside the meeting's.
    const bool other = step.arguments.size() == 2;
    const auto file
        = other ? m_options.story.parent_path() / (step.arguments[0] + ".story") : m_options.story;
    play_story(
        *record, m_clock, file, from, time_of_day(other ? step.arguments[1] : only(step), from));
    stage().app.awake();
    stage().ui.pace().input();
    settle();
}

void StepRunner::act_unlock(const Step& step)
{
    std::string code;
    for (const std::string& word : step.arguments)
        code += (code.empty() ? "" : " ") + word;
    if (const auto opened = stage().app.unlock(code, "clerk"); !opened)
        throw StepFailure(sentence(stage().strings, opened.error()));
    settle();
}

/// A new recovery code is printed, and typed on the lock screen.
void StepRunner::act_recovery(const Step& /*step*/)
{
    Session& session = stage().app.session();
    if (session.record() == nullptr)
        throw StepFailure("the kiosk is locked: `unlock CODE` first");
    const std::string code
        = session.folder().renew_recovery_code(session.cell(), session.record()->key());
    stage().app.lock();
    settle();
    type_characters(code);
    act_key({.verb = "key", .arguments = {"Enter"}, .quoted = {false}, .rest = {}});
}

void StepRunner::act_lock(const Step& /*step*/)
{
    stage().app.lock();
    settle();
}

void StepRunner::act_rest(const Step& /*step*/)
{
    stage().app.rest();
    settle();
}

void StepRunner::act_officer(const Step& /*step*/)
{
    stage().app.ask_officer();
    settle();
}

void StepRunner::act_as(const Step& step)
{
    Record* record = stage().app.session().record();
    if (record == nullptr)
        throw StepFailure("the kiosk is locked: `unlock CODE` first");
    const auto viewer = find_viewer(*record, only(step));
    if (!viewer)
        throw StepFailure("no member is called \"" + only(step) + "\"");
    stage().app.act_as(*viewer);
    settle();
}

void StepRunner::act_size(const Step& step)
{
    m_size = size_of(only(step));
    if (!m_stage)
        return;
    m_stage->surface->resize(m_size);
    m_stage->ui.pace().input();
    settle();
}

void StepRunner::act_wait(const Step& step)
{
    pass_ms(duration_of(only(step)));
}

void StepRunner::act_shot(const Step& step)
{
    std::filesystem::path name = only(step);
    if (name.extension() != ".png")
        name += ".png";
    settle();
    frame();
    save_picture(m_options.pictures / name);
    if (m_options.shapes)
        act_shapes(step);
}

void StepRunner::act_restart(const Step& step)
{
    const bool killed = !step.arguments.empty() && step.arguments.front() == "kill";
    if (killed) {
        // What is on disk at this moment, with the writer still there: what kill -9 leaves.
        const auto image
            = m_options.scratch / ("run-" + std::to_string(getpid())) / std::to_string(m_copies++);
        std::filesystem::create_directories(image.parent_path());
        std::filesystem::copy(m_record, image, std::filesystem::copy_options::recursive);
        m_stage.reset();
        put_back(image, m_record);
    }
    begin();
}

void StepRunner::act_text(const Step& step)
{
    m_text_percent = std::stoi(only(step));
    if (!m_stage)
        return;
    m_stage->app.set_text_size(m_text_percent);
    m_stage->ui.pace().input();
    settle();
}

void StepRunner::act_language(const Step& step)
{
    m_language = only(step);
    if (!m_stage)
        return;
    m_stage->strings.set_language(m_language == "en" ? Language::English : Language::Vietnamese);
    m_stage->app.read_again();
    settle();
}

void StepRunner::act_contrast(const Step& step)
{
    stage().ui.set_theme(only(step) == "high" ? high_contrast_theme() : light_theme());
    stage().ui.pace().input();
    settle();
}

void StepRunner::act_screen(const Step& step)
{
    const auto opened = stage().app.open({.screen = only(step)});
    if (!opened)
        throw StepFailure(sentence(stage().strings, opened.error()));
    settle();
}

void StepRunner::frame()
{
    m_stage->surface->wait(0);
    m_stage->app.tick();
    m_stage->app.frame(*m_stage->surface);
}

void StepRunner::settle()
{
    constexpr int most = 40;
    for (int i = 0; i < most; ++i) {
        m_stage->ui.jobs().finish();
        m_stage->app.exchange().finish([this] { return m_machines.hold.holds(); });
        m_stage->app.tick();
        if (i > 0 && !m_stage->ui.pace().due(m_stage->app.now_ms()))
            return;
        frame();
    }
    throw StepFailure("the screen does not come to rest: something asks for frames without end");
}

void StepRunner::pass_ms(std::int64_t ms)
{
    while (ms > 0) {
        const auto asleep
            = static_cast<std::int64_t>(stage().ui.pace().sleep_s(m_stage->app.now_ms()) * 1000);
        const std::int64_t step = std::min(ms, std::max<std::int64_t>(16, asleep));
        m_clock.wait_ms(step);
        ms -= step;
        m_stage->app.tick();
        if (m_stage->ui.pace().due(m_stage->app.now_ms()))
            settle();
    }
}

} // namespace chibo
