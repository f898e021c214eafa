#include "main_kiosk.h"

#include <charconv>
#include <chrono>
#include <iostream>

#include "record/cell_queries.h"
#include "record/data_folder.h"
#include "ui/app.h"
#include "ui/fonts.h"
#include "ui/measure.h"
#include "ui/screens/screens.h"

namespace chibo {

namespace {

/// "1280x800"
Result<DeviceSize> parse_size(const std::string& text)
{
    DeviceSize size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.w);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x')
        return refuse("verbs.bad_size", {{"size", text}});
    const auto height = std::from_chars(width.ptr + 1, end, size.h);
    if (height.ec != std::errc() || height.ptr != end || size.w < 320 || size.h < 320
        || size.w > 8192 || size.h > 8192)
        return refuse("verbs.bad_size", {{"size", text}});
    return size;
}

double now_ms()
{
    using Clocked = std::chrono::duration<double, std::milli>;
    return Clocked(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Everything a running interface needs, in the order it is made in.
struct Kiosk {
    Kiosk(std::unique_ptr<Surface> where, RecordFolder folder, const Clock& clock, Random& random) :
        surface(std::move(where)), strings(data_folder() / "strings"), ui(clock, strings, fonts),
        app(std::move(folder), clock, random, ui)
    {
        ui.jobs().on_finished([this] { surface->wake(); });
        app.exchange().watch([this] { surface->wake(); });
    }

    std::unique_ptr<Surface> surface;
    Strings strings;
    Fonts fonts;
    Ui ui;
    App app;
};

Result<std::unique_ptr<Surface>> make_surface(const KioskOptions& options)
{
    WindowRequest request;
    if (!options.windowed.empty()) {
        const auto size = parse_size(options.windowed);
        if (!size)
            return tl::unexpected(size.error());
        request.windowed = *size;
    }
    try {
        return make_window(request);
    } catch (const std::runtime_error& failure) {
        if (options.frames == 0)
            return refuse("verbs.no_display", {{"reason", failure.what()}});
        // Frames are measured without a display too.
        return make_offscreen(request.windowed.w > 0 ? request.windowed : DeviceSize {1280, 800});
    }
}

/// Whose pages may be shown to whoever has an officer's code: a shot of a member's, still locked.
enum class Pages { Own, Members };

/// The viewer of that name: the room, or who holds the code; an empty name changes nothing.
Result<void> act_as(App& app, const std::string& name, Pages pages)
{
    if (name.empty())
        return {};
    const auto viewer = find_viewer(*app.session().record(), name);
    if (!viewer)
        return refuse("verbs.no_member", {{"name", name}});
    const bool member = viewer->role == "member" && pages == Pages::Members;
    if (!viewer->room() && !member && !app.session().holds_code(*viewer))
        return refuse("verbs.not_your_code",
            {{"name", name}, {"cell", read_cell(*app.session().record()).name}});
    app.act_as(*viewer);
    return {};
}

/// Opens the cell with the code of the command line, and the screen asked for.
Result<void> open_at(
    Kiosk& kiosk, const VerbOptions& options, const std::string& screen, Measure& measure)
{
    if (options.code.empty())
        return screen.empty() ? Result<void>() : kiosk.app.open_once_unlocked({.screen = screen});
    for (const CellHeader& cell : kiosk.app.session().folder().cells()) {
        if (!options.cell.empty() && cell.name == options.cell)
            kiosk.app.session().choose_cell(cell.id);
    }
    const double before = now_ms();
    if (auto opened = kiosk.app.unlock(options.code, "clerk"); !opened)
        return opened;
    measure.key_took(now_ms() - before);
    if (auto acts = act_as(kiosk.app, options.as, Pages::Own); !acts)
        return acts;
    if (!screen.empty())
        return kiosk.app.open({.screen = screen});
    return {};
}

/// Draws only when something asks for it, and sleeps otherwise.
void run_loop(Kiosk& kiosk)
{
    App& app = kiosk.app;
    while (!kiosk.surface->closing()) {
        if (kiosk.surface->wait(kiosk.ui.pace().sleep_s(app.now_ms())))
            kiosk.ui.pace().input();
        app.tick();
        if (kiosk.ui.pace().due(app.now_ms()))
            app.frame(*kiosk.surface);
    }
}

void draw_frames(Kiosk& kiosk, int frames, Measure& measure)
{
    for (int i = 0; i < frames && !kiosk.surface->closing(); ++i) {
        kiosk.surface->wait(0);
        kiosk.app.tick();
        const double before = now_ms();
        kiosk.app.frame(*kiosk.surface);
        measure.frame_took(now_ms() - before);
    }
}

Result<void> place_shot(App& app, const VerbOptions& options, const ShotOptions& shot)
{
    if (shot.screen == "lock_cold")
        return {};
    if (auto opened = app.unlock(options.code, "clerk"); !opened)
        return opened;
    app.forget_places();
    if (auto acts = act_as(app, options.as, Pages::Members); !acts)
        return acts;
    if (shot.screen == "lock") {
        app.rest();
        app.ask_officer();
        return {};
    }
    Destination to {.screen = shot.screen};
    if (!shot.meeting.empty()) {
        const auto meeting = MeetingId::parse(shot.meeting);
        if (!meeting)
            return refuse("verbs.no_meeting", {{"meeting", shot.meeting}});
        to.meeting = *meeting;
    }
    return app.open(to);
}

} // namespace

Result<void> run_kiosk(const VerbOptions& options, const KioskOptions& kiosk_options)
{
    auto folder = RecordFolder::open(options.record);
    // A device that is new to the cell begins with nothing, and is given the cell on the screen.
    if (!folder && folder.error().key == "record.no_record" && kiosk_options.frames == 0)
        folder = RecordFolder::create(options.record);
    if (!folder)
        return tl::unexpected(folder.error());
    auto surface = make_surface(kiosk_options);
    if (!surface)
        return tl::unexpected(surface.error());
    const SystemClock clock;
    SystemRandom random;
    Kiosk kiosk(std::move(*surface), std::move(*folder), clock, random);
    Measure measure;
    kiosk.app.frame(*kiosk.surface);
    measure.first_frame();
    if (auto opened = open_at(kiosk, options, kiosk_options.screen, measure); !opened)
        return opened;
    if (kiosk_options.frames == 0) {
        run_loop(kiosk);
        return {};
    }
    kiosk.app.frame(*kiosk.surface);
    measure.ready();
    draw_frames(kiosk, kiosk_options.frames, measure);
    std::cout << measure.json() << "\n";
    return {};
}

Result<void> run_shot(const VerbOptions& options, const ShotOptions& shot)
{
    const auto size = parse_size(shot.size);
    if (!size)
        return tl::unexpected(size.error());
    auto folder = RecordFolder::open(options.record);
    if (!folder)
        return tl::unexpected(folder.error());
    UnixMs at = SystemClock().now_ms();
    if (!shot.at.empty()) {
        const auto parsed = parse_local(shot.at);
        if (!parsed)
            return refuse("verbs.bad_time", {{"time", shot.at}});
        at = *parsed;
    }
    const FakeClock clock(at);
    SystemRandom random;
    Kiosk kiosk(make_offscreen(*size), std::move(*folder), clock, random);
    kiosk.app.still();
    kiosk.app.set_text_size(shot.text_percent);
    if (!shot.language.empty())
        kiosk.strings.set_language(
            shot.language == "en" ? Language::English : Language::Vietnamese);
    if (auto placed = place_shot(kiosk.app, options, shot); !placed)
        return placed;
    for (int i = 0; i < 4; ++i) { // What a screen measures in one frame it uses in the next.
        kiosk.app.frame(*kiosk.surface);
        kiosk.ui.jobs().finish();
        kiosk.app.tick();
    }
    write_png(shot.out, kiosk.surface->picture());
    return {};
}

} // namespace chibo
