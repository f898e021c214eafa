#include "ui/step_devices.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <functional>
#include <system_error>
#include <thread>
#include <utility>

#include <unistd.h>

#include "exchange/bundle.h"
#include "exchange/invitation.h"
#include "record/device_commands.h"
#include "record/restricted_readings.h"
#include "ui/step_stage.h"

namespace chibo {

namespace {

constexpr const char* demo_code = "sen hồng nắng mới";

const std::string& word(const Step& step, std::size_t index)
{
    if (index >= step.arguments.size())
        throw StepFailure(step.verb + " wants more words");
    return step.arguments[index];
}

/// "7.2GB", "40MB", "0".
std::uintmax_t size_of(const std::string& text)
{
    double amount = 0;
    const char* end = text.data() + text.size();
    const std::string unit(std::from_chars(text.data(), end, amount).ptr, end);
    return static_cast<std::uintmax_t>(amount * (unit == "GB" ? 1e9 : unit == "MB" ? 1e6 : 1));
}

/// Waits for what another process does.
bool comes_about(const std::function<bool()>& it)
{
    using namespace std::chrono_literals;
    constexpr int most
        = 6000; // Ten minutes: the other derives its keys on a machine that may be busy.
    for (int i = 0; i < most; ++i) {
        if (it())
            return true;
        std::this_thread::sleep_for(100ms);
    }
    return false;
}

} // namespace

void JobHold::hold_at(int percent)
{
    const std::lock_guard lock(m_mutex);
    m_percent = percent;
}

void JobHold::release()
{
    const std::lock_guard lock(m_mutex);
    m_percent.reset();
    m_holds = false; // Whoever waits for the job must not take it for held.
    m_changed.notify_all();
}

void JobHold::pass(std::size_t done, std::size_t all)
{
    std::unique_lock lock(m_mutex);
    if (!m_percent || done * 100 < all * static_cast<std::size_t>(*m_percent))
        return;
    m_holds = true;
    m_changed.wait(lock, [this] { return !m_percent; });
}

bool JobHold::holds()
{
    const std::lock_guard lock(m_mutex);
    return m_holds;
}

std::vector<ExportPlace> Machines::places(const std::filesystem::path& documents) const
{
    std::vector<ExportPlace> found;
    for (const Stick& stick : sticks) {
        if (stick.in)
            found.push_back({ExportPlace::Kind::Stick, stick.name, stick.folder, stick.free_bytes});
    }
    std::error_code error;
    const auto space = std::filesystem::space(documents, error);
    if (!error)
        found.push_back({ExportPlace::Kind::Documents, {}, documents, space.available});
    return found;
}

/// Another machine, as its own user finds it: locked. One that was not named before has no cell.
void StepRunner::act_device(const Step& step)
{
    m_machines.all[m_machines.current].record = m_record;
    m_machines.current = word(step, 0);
    Machine& machine = m_machines.all[m_machines.current];
    if (machine.record.empty()) {
        machine.record = new_record_path();
        const auto made = RecordFolder::create(machine.record, CodeCost::for_tests());
        if (!made)
            throw StepFailure("device: " + made.error().key);
    }
    m_record = machine.record;
    begin();
}

/// This machine's clock is ahead by so much: `skew 4s`, `skew -2h`.
void StepRunner::act_skew(const Step& step)
{
    const std::string& text = word(step, 0);
    const bool behind = text.starts_with('-');
    const std::int64_t ms = duration_of(behind ? text.substr(1) : text);
    m_machines.all[m_machines.current].ahead_ms = behind ? -ms : ms;
    m_machine_clock.set_ahead_ms(behind ? -ms : ms);
}

/// What the others call this machine.
void StepRunner::act_called(const Step& step)
{
    Record& record = open_record();
    const auto done = record.run(rename_device(record.device(), word(step, 0)), {{}, "clerk"});
    if (!done)
        throw StepFailure("called: " + done.error().key);
    stage().ui.pace().input();
    settle();
}

/// How many readings of level C were noted since the last such step; without a number it only
/// looks.
void StepRunner::act_readings(const Step& step)
{
    settle();
    const auto now = test::read_restricted_readings(open_record(), 100'000).size();
    const auto noted = now - std::exchange(m_readings, now);
    if (!step.arguments.empty() && std::to_string(noted) != step.arguments.front())
        throw StepFailure(std::to_string(noted) + " readings were noted");
}

/// A further machine, without taps: invited here, and joined there with the demo's code by the
/// officer named second.
void StepRunner::act_invite(const Step& step)
{
    Record& record = open_record();
    const auto file = new_record_path();
    const auto invitation = write_invitation(record, file, CodeCost::for_tests());
    if (!invitation)
        throw StepFailure("invite: " + invitation.error().key);
    Machine& machine = m_machines.all[word(step, 0)];
    machine.record = new_record_path();
    auto folder = RecordFolder::create(machine.record, CodeCost::for_tests());
    if (!folder)
        throw StepFailure("invite: " + folder.error().key);
    const auto joined = join_cell(*folder,
        {.file = file,
            .secret = invitation->secret,
            .code = demo_code,
            .officer = step.arguments.size() > 1 ? step.arguments[1] : std::string()},
        m_clock, m_random, word(step, 0));
    if (!joined)
        throw StepFailure("invite: " + joined.error().key);
    settle();
}

/// Carries what this machine has and that one lacks, without taps.
void StepRunner::act_carry(const Step& step)
{
    Record& record = open_record();
    const auto there = m_machines.all.find(word(step, 0));
    if (there == m_machines.all.end())
        throw StepFailure("there is no machine \"" + word(step, 0) + "\"");
    const auto file = new_record_path();
    const auto sent = export_bundle(record, file);
    if (!sent)
        throw StepFailure("carry: " + sent.error().key);
    const auto folder = RecordFolder::open(there->second.record);
    if (!folder)
        throw StepFailure("carry: " + folder.error().key);
    MachineClock clock(m_clock);
    clock.set_ahead_ms(there->second.ahead_ms);
    auto other = Record::open(folder->path() / folder->cell(stage().app.session().cell())->file,
        record.key(), clock, m_random);
    if (!other)
        throw StepFailure("carry: " + other.error().key);
    const auto merged = import_bundle(**other, file);
    if (!merged)
        throw StepFailure("carry: " + merged.error().key);
    settle();
}

/// `stick "USB chi bộ" 7.2GB`: put in, with so much room; put in again it has what it had.
void StepRunner::act_stick(const Step& step)
{
    const std::string& name = word(step, 0);
    auto stick = std::ranges::find(m_machines.sticks, name, &Stick::name);
    if (stick == m_machines.sticks.end()) {
        const auto folder = new_record_path() / name;
        std::filesystem::create_directories(folder);
        m_machines.sticks.push_back({.name = name, .folder = folder});
        stick = std::prev(m_machines.sticks.end());
    } else if (!stick->in) {
        std::filesystem::rename(stick->folder.string() + ".out", stick->folder);
    }
    stick->in = true;
    if (step.arguments.size() > 1)
        stick->free_bytes = size_of(step.arguments[1]);
    moved_sticks();
}

void StepRunner::act_pull(const Step& step)
{
    const auto stick = std::ranges::find(m_machines.sticks, word(step, 0), &Stick::name);
    if (stick == m_machines.sticks.end() || !stick->in)
        throw StepFailure("no such stick is in");
    std::filesystem::rename(stick->folder, stick->folder.string() + ".out");
    stick->in = false;
    moved_sticks();
}

/// `cut "USB chi bộ" 100`: leaves so many bytes of the last bundle on it.
void StepRunner::act_cut(const Step& step)
{
    const auto stick = std::ranges::find(m_machines.sticks, word(step, 0), &Stick::name);
    if (stick == m_machines.sticks.end())
        throw StepFailure("there is no such stick");
    std::filesystem::path last;
    for (const auto& entry : std::filesystem::directory_iterator(stick->folder))
        last = std::max(last, entry.path());
    if (last.empty())
        throw StepFailure("the stick is empty");
    std::filesystem::resize_file(last, size_of(word(step, 1)));
}

/// `picture "USB chi bộ" "dung.png" 300x400`: a face of so many pixels; `… text`: words under a
/// picture's name.
void StepRunner::act_picture(const Step& step)
{
    const auto stick = std::ranges::find(m_machines.sticks, word(step, 0), &Stick::name);
    if (stick == m_machines.sticks.end())
        throw StepFailure("there is no such stick");
    const auto file = stick->folder / word(step, 1);
    const std::string& what = word(step, 2);
    if (what == "text") {
        std::ofstream(file) << "no picture";
        return;
    }
    const std::size_t by = what.find('x');
    if (by == std::string::npos)
        throw StepFailure("a picture has a size, as 300x400");
    Picture picture {.size = {std::stoi(what), std::stoi(what.substr(by + 1))}, .rgba = {}};
    for (int y = 0; y < picture.size.h; ++y) {
        for (int x = 0; x < picture.size.w; ++x) {
            const float across = static_cast<float>(x) / static_cast<float>(picture.size.w) - 0.5F;
            const float down = static_cast<float>(y) / static_cast<float>(picture.size.h) - 0.4F;
            const bool face = across * across + down * down < 0.08F;
            for (const int shade : {face ? 225 : 96, face ? 178 : 128, face ? 150 : 160, 255})
                picture.rgba.push_back(static_cast<std::uint8_t>(shade));
        }
    }
    write_png(file, picture);
}

void StepRunner::moved_sticks()
{
    if (!m_stage)
        return;
    m_stage->app.exchange().look_for_places();
    m_stage->ui.pace().input();
    settle();
}

/// `hold 62%`: the next job stops there until `release`.
void StepRunner::act_hold_job(const Step& step)
{
    m_machines.hold.hold_at(std::stoi(word(step, 0)));
}

void StepRunner::act_release(const Step& /*step*/)
{
    m_machines.hold.release();
    settle();
}

/// `secret remember` reads the invitation's from the screen, `secret type` types it, also in
/// another process that plays on the same scratch folder: somebody's head carries it.
void StepRunner::act_secret(const Step& step)
{
    const auto head = m_options.scratch / "secret";
    if (word(step, 0) == "type") {
        std::string secret;
        if (!comes_about([&] {
                std::ifstream in(head);
                return std::getline(in, secret) && !in.eof(); // The whole line.
            }))
            throw StepFailure("nobody remembered a secret");
        type_characters(secret);
        settle();
        return;
    }
    const auto& made = stage().app.exchange().inviting().made;
    if (!made || !sees(made->secret))
        throw StepFailure("no secret is on the screen");
    std::ofstream(head) << made->secret << "\n";
}

/// `await "loi-moi"`: until another process has put a file of such a name into the folder that both
/// use.
void StepRunner::act_await(const Step& step)
{
    const auto folder = m_options.scratch / "documents";
    const bool came = comes_about([&] {
        std::error_code error;
        for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
            at.increment(error)) {
            const std::string name = at->path().filename().string();
            // Not what is still being written: that has another ending.
            const bool whole = name.ends_with(".chibo") || name.ends_with(".chibo-moi");
            if (whole && name.find(word(step, 0)) != std::string::npos)
                return true;
        }
        return false;
    });
    if (!came)
        throw StepFailure("no file \"" + word(step, 0) + "\" came");
}

Record& StepRunner::open_record()
{
    Record* record = stage().app.session().record();
    if (record == nullptr)
        throw StepFailure("the kiosk is locked: `unlock CODE` first");
    return *record;
}

std::filesystem::path StepRunner::new_record_path()
{
    const auto path
        = m_options.scratch / ("run-" + std::to_string(getpid())) / std::to_string(m_copies++);
    std::filesystem::create_directories(path.parent_path());
    return path;
}

} // namespace chibo
