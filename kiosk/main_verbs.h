// The verbs of the command line, one function each: what they are given, and a refusal or nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "exchange/demo.h"
#include "record/folder.h"
#include "record/record.h"
#include "ui/strings.h"

namespace chibo {

/// What every verb takes.
struct VerbOptions {
    std::filesystem::path record; // A folder.
    std::string code; // --code or CHIBO_CODE
    std::string cell; // Only this one of the cells that the code opens.
    std::string as; // Who acts, of those whose code it is: a name.
    std::string language; // Of sentences: vi, en; empty: the terminal's.
    bool json = false;
};

struct OpenedCell {
    CellId id;
    std::string name;
    std::unique_ptr<Record> record;
    OfficerId officer {}; // Whose code it was; nil of the recovery code's.
    std::vector<OfficerId> holders {}; // Everybody whose code it was.
};

/// Whether level C was asked for (`--restricted`).
enum class Restricted { No, Yes };

/// The machine's clock and chance, and the cells that the code opens.
class OpenedRecord {
public:
    /// Refuses a missing code (verbs.no_code), a cell that is not there (verbs.no_cell), and what
    /// RecordFolder does.
    [[nodiscard]] static Result<OpenedRecord> open(const VerbOptions& options);

    [[nodiscard]] RecordFolder& folder() { return *m_folder; }
    [[nodiscard]] std::vector<OpenedCell>& cells() { return m_cells; }
    /// The cell that has this meeting; refuses text that is no meeting's (verbs.no_meeting).
    struct Found {
        OpenedCell* cell = nullptr;
        MeetingId meeting;
    };
    [[nodiscard]] Result<Found> find_meeting(const std::string& id);
    [[nodiscard]] const Clock& clock() const { return *m_clock; }
    [[nodiscard]] Random& random() { return *m_random; }

private:
    std::unique_ptr<SystemClock> m_clock = std::make_unique<SystemClock>();
    std::unique_ptr<SystemRandom> m_random = std::make_unique<SystemRandom>();
    std::unique_ptr<RecordFolder> m_folder;
    std::vector<OpenedCell> m_cells;
};

/// The bytes of a file. Refuses a folder (verbs.is_folder), what is not there or cannot be read
/// (verbs.no_file) and what is larger than any list or paper, 64 MiB (verbs.too_large).
[[nodiscard]] Result<std::string> whole_file(const std::filesystem::path& name);

/// The record that is there, or a new one in a folder that is missing or empty.
[[nodiscard]] Result<RecordFolder> open_or_create(const std::filesystem::path& path);

/// In the user's data folder: $XDG_DATA_HOME/chibo.
[[nodiscard]] std::filesystem::path default_record();

/// The string tables in the language that CHIBO_LANGUAGE names (--language sets it), else in the
/// terminal's: Vietnamese, unless it is set to another.
[[nodiscard]] Strings terminal_strings();
/// The line for standard error.
[[nodiscard]] std::string sentence(const Error& error);
/// A line of standard output: what a verb did.
void say(const std::string& key, const Values& values);

[[nodiscard]] Result<void> run_demo(const VerbOptions& options, const DemoArguments& arguments);
/// How a roster's bytes are read: a named encoding (utf-8, tcvn3, vni), else as they look, which is
/// asked for unless `yes`.
struct RosterReading {
    std::string file;
    std::string encoding;
    bool yes = false;
};
[[nodiscard]] Result<void> run_roster_import(
    const VerbOptions& options, const RosterReading& reading);
[[nodiscard]] Result<void> run_roster_list(const VerbOptions& options, const std::string& search);
[[nodiscard]] Result<void> run_meeting_list(const VerbOptions& options);
[[nodiscard]] Result<void> run_meeting_show(
    const VerbOptions& options, const std::string& id, Restricted restricted);
[[nodiscard]] Result<void> run_document(const VerbOptions& options, const std::string& kind,
    const std::string& id, const std::filesystem::path& file);
/// Without a file: journal, seals and database of each cell; with one: a paper against the record.
[[nodiscard]] Result<void> run_verify(const VerbOptions& options, const std::string& file);
/// To a device: what it is not known to have; to "all": everything; else what any other lacks.
[[nodiscard]] Result<void> run_export(
    const VerbOptions& options, const std::filesystem::path& place, const std::string& to);
/// A folder stands for the bundles in it.
[[nodiscard]] Result<void> run_import(
    const VerbOptions& options, const std::vector<std::string>& files);
[[nodiscard]] Result<void> run_device_invite(
    const VerbOptions& options, const std::filesystem::path& file);
struct DeviceJoin {
    std::string secret;
    std::string name; // Of this device; empty: the machine's.
};
[[nodiscard]] Result<void> run_device_join(
    const VerbOptions& options, const std::filesystem::path& file, const DeviceJoin& join);
[[nodiscard]] Result<void> run_device_list(const VerbOptions& options);
[[nodiscard]] Result<void> run_device_withdraw(const VerbOptions& options, const std::string& name);
/// A bundle's seal, entries and signatures; changes nothing.
[[nodiscard]] Result<void> verify_bundle(
    OpenedRecord& opened, const VerbOptions& options, const std::string& file);
[[nodiscard]] Result<void> run_history(
    const VerbOptions& options, const std::string& id, Restricted restricted);
[[nodiscard]] Result<void> run_type(const std::string& method, const std::string& tones);

} // namespace chibo
