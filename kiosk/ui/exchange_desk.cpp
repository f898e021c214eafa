#include "ui/exchange_desk.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <thread>

#include "record/cell_queries.h"
#include "record/device_commands.h"
#include "record/failures.h"
#include "ui/bundle_files.h"

namespace chibo {
namespace {

ExportPlace folder_place(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return {
        ExportPlace::Kind::Folder, folder.filename().string(), folder, error ? 0 : space.available};
}

constexpr const char* stopped = "bundle.stopped";

/// A job has a connection of its own; what fails is told where it is asked for.
void on_own_record(const ExchangeAccess& access, std::optional<Error>& failure,
    const std::function<void(Record&)>& work)
{
    try {
        SystemRandom random;
        const auto record = Record::open(access.file, access.key, *access.clock, random);
        if (record)
            work(**record);
        else
            failure = record.error();
    } catch (const std::exception& thrown) {
        failure = sentence_for(thrown);
    }
}

void add(Came& sum, const Came& came)
{
    sum.entries += came.entries;
    sum.conflicts += came.conflicts;
    sum.proposals += came.proposals;
    for (const Came::From& from : came.from) {
        const auto known = std::ranges::find(sum.from, from.device, &Came::From::device);
        if (known == sum.from.end())
            sum.from.push_back(from);
        else
            known->entries += from.entries;
    }
}

} // namespace

void ExchangeDesk::set_places(Places places)
{
    m_find = std::move(places);
    look_for_places();
}

void ExchangeDesk::watch(std::function<void()> wake)
{
    m_out.on_finished(wake);
    m_in.on_finished(wake);
    m_watch = std::make_unique<MountWatch>(std::move(wake));
}

void ExchangeDesk::look_for_places()
{
    const auto has = [this](const std::filesystem::path& folder) {
        return m_places
            && std::ranges::find(*m_places, folder, &ExportPlace::folder) != m_places->end();
    };
    const bool was_there = m_exported && has(m_exported->place.folder);
    m_places = m_find();
    std::error_code error;
    if (!m_chosen.empty() && !has(m_chosen) && std::filesystem::is_directory(m_chosen, error))
        m_places->push_back(folder_place(m_chosen));
    // Put in anew: what was said of it is over.
    if (m_exported && !was_there && has(m_exported->place.folder))
        m_exported.reset();
}

const std::vector<ExportPlace>& ExchangeDesk::places() const
{
    if (!m_places)
        m_places = m_find();
    return *m_places;
}

const ExportPlace* ExchangeDesk::place() const
{
    const auto& all = places();
    const auto chosen = std::ranges::find(all, m_chosen, &ExportPlace::folder);
    if (!m_chosen.empty() && chosen != all.end())
        return &*chosen;
    const auto stick = std::ranges::find(all, ExportPlace::Kind::Stick, &ExportPlace::kind);
    return stick == all.end() ? nullptr : &*stick;
}

void ExchangeDesk::choose(const std::filesystem::path& folder)
{
    m_chosen = folder;
    if (m_exported && m_exported->place.folder != folder)
        m_exported.reset();
    look_for_places();
}

std::int64_t ExchangeDesk::left_s(const Work& work) const
{
    const auto done = static_cast<std::int64_t>(work.progress->done);
    const auto all = static_cast<std::int64_t>(work.progress->all);
    const std::int64_t taken_ms = m_clock.elapsed_ms() - work.began_ms;
    if (done <= 0 || taken_ms < 1000)
        return 0;
    return (taken_ms * (all - done) / done + 999) / 1000;
}

ExchangeAccess ExchangeDesk::access(const Record& record) const
{
    return {record.file(), record.key(), &m_clock, m_actor ? m_actor() : Actor {}};
}

Progress ExchangeDesk::progress_of(const std::shared_ptr<JobProgress>& progress) const
{
    return [progress, gate = m_gate](std::size_t done, std::size_t all) {
        progress->all = all;
        progress->done = done;
        if (gate)
            gate(done, all);
        return !progress->stop;
    };
}

ExchangeDesk::Exported ExchangeDesk::write_out(const ExchangeAccess& access,
    const ExportPlace& place, std::optional<DeviceId> to, const Progress& progress)
{
    Exported result {.place = place, .file = {}, .failure = std::nullopt};
    on_own_record(access, result.failure, [&](Record& record) {
        const auto bundle = take_out(record, {.to = to, .by = access.actor});
        if (!bundle) {
            result.failure = bundle.error();
            return;
        }
        result.entries = static_cast<int>(bundle->entries.size());
        result.file = place.folder / bundle_file_name(*bundle);
        if (const auto written = write_bundle(result.file, *bundle, access.key, progress);
            !written) {
            result.stopped = written.error().key == stopped;
            result.failure = written.error();
            return;
        }
        note_exchange(record,
            {.kind = Exchange::Kind::Written,
                .at_ms = access.clock->now_ms(),
                .file = result.file.filename().string(),
                .entries = result.entries});
        remove_older_bundles(result.file, record.device());
    });
    return result;
}

void ExchangeDesk::start_export(const Record& record, std::optional<DeviceId> to)
{
    const ExportPlace* where = place();
    if (where == nullptr || m_exporting)
        return;
    m_exported.reset();
    m_exporting = Work {std::make_shared<JobProgress>(), *where, m_clock.elapsed_ms()};
    run(
        m_out,
        [access = access(record), where = *where, to,
            progress = progress_of(m_exporting->progress)] {
            return write_out(access, where, to, progress);
        },
        [this](Exported exported) {
            m_exporting.reset();
            m_exported = std::move(exported);
            look_for_places();
        });
}

ExchangeDesk::Imported ExchangeDesk::read_in(
    const ExchangeAccess& access, const ExportPlace& place, const Progress& progress)
{
    Imported result;
    on_own_record(access, result.failure, [&](Record& record) {
        for (const auto& file : bundles_of_others(place.folder, record.device())) {
            if (!progress(0, 0)) {
                result.stopped = true;
                break;
            }
            ++result.files;
            const auto merged = import_bundle(record, file, progress);
            if (merged)
                add(result.came, merged->came);
            else if (merged.error().key == stopped)
                result.stopped = true;
            else
                ++result.refused;
        }
    });
    return result;
}

void ExchangeDesk::start_import(const Record& record)
{
    const ExportPlace* where = place();
    if (where == nullptr || m_importing)
        return;
    m_importing = Work {std::make_shared<JobProgress>(), *where, m_clock.elapsed_ms()};
    run(
        m_in,
        [access = access(record), where = *where, progress = progress_of(m_importing->progress)] {
            return read_in(access, where, progress);
        },
        [this, where = *where](const Imported& imported) {
            m_importing.reset();
            tell(imported, where);
            look_for_places();
        });
}

void ExchangeDesk::tell(const Imported& imported, const ExportPlace& place)
{
    const bool stick = place.kind == ExportPlace::Kind::Stick;
    if (imported.failure) {
        m_told = Told {imported.failure->key, imported.failure->values};
        return;
    }
    std::string from;
    for (const Came::From& one : imported.came.from)
        from += (from.empty() ? "" : ", ") + one.name;
    const Values values {{"count", std::to_string(imported.came.entries)}, {"device", from},
        {"refused", std::to_string(imported.refused)}};
    m_told = Told {imported.files == 0
            ? (stick ? "sync.told_no_bundle_stick" : "sync.told_no_bundle_folder")
            : imported.refused > 0 && imported.came.entries > 0 ? "sync.told_came_and_refused"
            : imported.refused > 0                              ? "sync.told_refused"
            : imported.stopped                                  ? "sync.told_stopped"
            : imported.came.entries > 0                         ? "sync.told_came"
                                                                : "sync.told_nothing_new",
        values};
}

void ExchangeDesk::stop()
{
    if (m_exporting)
        m_exporting->progress->stop = true;
    if (m_importing)
        m_importing->progress->stop = true;
}

void ExchangeDesk::close()
{
    stop();
    m_exported.reset();
    m_told.reset();
    m_inviting = {};
}

void ExchangeDesk::start_invitation(
    const Record& record, const CodeCost& cost, const ExportPlace& place)
{
    m_inviting = {.running = true,
        .place = place,
        .file = place.folder / invitation_file_name(read_cell(record).name, m_clock.now_ms())};
    struct Made {
        std::optional<Invitation> invitation;
        std::optional<Error> failure;
    };
    run(
        m_out,
        [access = access(record), cost, file = m_inviting.file] {
            try {
                SystemRandom random;
                auto opened = Record::open(access.file, access.key, *access.clock, random);
                if (!opened)
                    return Made {std::nullopt, opened.error()};
                auto made = write_invitation(**opened, file, cost, access.actor);
                return made ? Made {std::move(*made), std::nullopt}
                            : Made {std::nullopt, made.error()};
            } catch (const std::exception& failure) {
                return Made {std::nullopt, sentence_for(failure)};
            }
        },
        [this, file = m_inviting.file](Made made) {
            if (m_inviting.file != file)
                return; // Closed meanwhile.
            m_inviting.running = false;
            m_inviting.made = std::move(made.invitation);
            m_inviting.failure = std::move(made.failure);
        });
}

void ExchangeDesk::start_joining(
    std::filesystem::path folder, Joining joining, std::string device_name)
{
    m_joined.reset();
    run(
        m_in,
        [folder = std::move(folder), joining = std::move(joining), name = std::move(device_name),
            clock = &m_clock]() -> Result<Joined> {
            try {
                SystemRandom random;
                auto here = RecordFolder::open(folder);
                if (!here)
                    return tl::unexpected(here.error());
                return join_cell(*here, joining, *clock, random, name);
            } catch (const std::exception& failure) {
                return tl::unexpected(sentence_for(failure));
            }
        },
        [this](Result<Joined> joined) { m_joined = std::move(joined); });
}

bool ExchangeDesk::tick()
{
    bool moved = m_out.deliver();
    moved = m_in.deliver() || moved;
    if (m_watch && m_watch->take_moved()) {
        look_for_places();
        moved = true;
    }
    return moved;
}

void ExchangeDesk::finish(const std::function<bool()>& enough)
{
    using namespace std::chrono_literals;
    while (*m_running > 0) {
        if (enough && enough())
            return;
        std::this_thread::sleep_for(1ms);
    }
}

} // namespace chibo
