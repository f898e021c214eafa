// Export and import beside the frame: the sticks and folders there are, what is under way, and what
// came of it. The record is opened a second time on the worker's thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/export_places.h"
#include "exchange/bundle.h"
#include "exchange/invitation.h"
#include "record/record.h"
#include "ui/jobs.h"
#include "ui/mount_watch.h"
#include "ui/screen.h"

namespace chibo {

/// Where a job stands; the worker writes, the interface reads.
struct JobProgress {
    std::atomic<std::size_t> done {0};
    std::atomic<std::size_t> all {0};
    std::atomic<bool> stop {false};
};

/// What a job needs to open the cell once more.
struct ExchangeAccess {
    std::filesystem::path file;
    Key key;
    const Clock* clock;
    Actor actor {}; // Who started it.
};

class ExchangeDesk {
public:
    using Places = std::function<std::vector<ExportPlace>()>;
    /// Called by the worker with each step of a job: step files hold a job with it.
    using Gate = std::function<void(std::size_t done, std::size_t all)>;

    explicit ExchangeDesk(const Clock& clock) : m_clock(clock) {}
    ~ExchangeDesk() { stop(); }
    ExchangeDesk(const ExchangeDesk&) = delete;
    ExchangeDesk& operator=(const ExchangeDesk&) = delete;

    // Where.
    void set_places(Places places);
    /// Looks for sticks whenever one is mounted or unmounted; `wake` wakes the window.
    void watch(std::function<void()> wake);
    void look_for_places();
    [[nodiscard]] const std::vector<ExportPlace>& places() const;
    /// The one chosen if it is there, else the first stick; nullptr: none.
    [[nodiscard]] const ExportPlace* place() const;
    /// A stick or a folder; another folder than before is added to the places.
    void choose(const std::filesystem::path& folder);
    [[nodiscard]] const std::filesystem::path& chosen() const { return m_chosen; }

    // What is under way.
    struct Work {
        std::shared_ptr<JobProgress> progress;
        ExportPlace place;
        std::int64_t began_ms = 0; // Elapsed clock.
    };
    [[nodiscard]] const std::optional<Work>& exporting() const { return m_exporting; }
    [[nodiscard]] const std::optional<Work>& importing() const { return m_importing; }
    /// How long the work still takes at the pace it has; 0 where that is not known.
    [[nodiscard]] std::int64_t left_s(const Work& work) const;

    /// Entries that `to` is not known to have, or any other device, to the place.
    void start_export(const Record& record, std::optional<DeviceId> to);
    /// Every bundle of other devices that lies there.
    void start_import(const Record& record);
    void stop();
    /// The record closes: stops what runs and forgets what came of it.
    void close();

    // An invitation: takes the better part of a second.
    struct Inviting {
        bool running = false;
        ExportPlace place {};
        std::filesystem::path file {};
        std::optional<Invitation> made {};
        std::optional<Error> failure {};
    };
    void start_invitation(const Record& record, const CodeCost& cost, const ExportPlace& place);
    [[nodiscard]] const Inviting& inviting() const { return m_inviting; }
    /// Forgets the secret.
    void end_invitation() { m_inviting = {}; }

    // Joining a cell: two derivations, and all its entries.
    void start_joining(std::filesystem::path folder, Joining joining, std::string device_name);
    /// What came of it, once it is through.
    [[nodiscard]] std::optional<Result<Joined>> take_joined()
    {
        return std::exchange(m_joined, std::nullopt);
    }

    /// What came of the last export.
    struct Exported {
        ExportPlace place;
        std::filesystem::path file;
        int entries = 0;
        bool stopped = false;
        std::optional<Error> failure;
    };
    [[nodiscard]] const std::optional<Exported>& exported() const { return m_exported; }
    /// What is to be told of an import that is through.
    [[nodiscard]] std::optional<Told> take_told() { return std::exchange(m_told, std::nullopt); }

    /// Hands out results and looks at sticks; true when something moved.
    bool tick();
    /// Waits until nothing runs, or `enough` says so (step files).
    void finish(const std::function<bool()>& enough = {});
    void set_gate(Gate gate) { m_gate = std::move(gate); }
    void set_actor(std::function<Actor()> actor) { m_actor = std::move(actor); }

private:
    struct Imported {
        Came came {};
        int files = 0;
        int refused = 0;
        bool stopped = false;
        std::optional<Error> failure {};
    };
    [[nodiscard]] ExchangeAccess access(const Record& record) const;
    [[nodiscard]] Progress progress_of(const std::shared_ptr<JobProgress>& progress) const;
    static Exported write_out(const ExchangeAccess& access, const ExportPlace& place,
        std::optional<DeviceId> to, const Progress& progress);
    static Imported read_in(
        const ExchangeAccess& access, const ExportPlace& place, const Progress& progress);
    /// Runs it on a worker; finish() knows of it.
    template <typename Work, typename Done> void run(Jobs& jobs, Work work, Done done)
    {
        ++*m_running;
        jobs.run(
            [work = std::move(work), running = m_running]() mutable {
                auto value = work();
                --*running;
                return value;
            },
            std::move(done));
    }
    void tell(const Imported& imported, const ExportPlace& place);

    const Clock& m_clock;
    Places m_find = export_places;
    mutable std::optional<std::vector<ExportPlace>> m_places; // As last looked for.
    std::filesystem::path m_chosen;
    std::unique_ptr<MountWatch> m_watch;
    Jobs m_out; // An import need not wait for an export.
    Jobs m_in;
    std::optional<Work> m_exporting;
    std::optional<Work> m_importing;
    std::optional<Exported> m_exported;
    Inviting m_inviting;
    std::optional<Result<Joined>> m_joined;
    std::optional<Told> m_told;
    Gate m_gate;
    std::function<Actor()> m_actor;
    std::shared_ptr<std::atomic<int>> m_running = std::make_shared<std::atomic<int>>(0);
};

} // namespace chibo
