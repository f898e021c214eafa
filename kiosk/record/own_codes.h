// A member's own code, and the drafts that it alone opens (design.md, "Codes, keys and the kiosk's
// three states"). Both stay on this device. The database's key opens neither: the code's key
// (Argon2id) wraps the drafts' key, which seals each draft.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/codes.h"
#include "record/record.h"

namespace chibo {

[[nodiscard]] bool has_own_code(const Record& record, MemberId member);
/// Refuses what is no six digits or more (own_code.too_short), one digit again and again or
/// 123456 and its like (own_code.too_plain), and the member's birthday (own_code.birthday).
[[nodiscard]] Result<void> check_own_code(
    const Record& record, MemberId member, const std::string& code);
/// A code that was chosen: the key that `work` derived from it.
struct ChosenCode {
    CodeWork work {};
    Key key {};
};
/// With a fresh salt; a job derives the key of a chosen code with it.
[[nodiscard]] CodeWork own_code_work(const CodeCost& cost);
/// Keeps the code, which check_own_code() took, and gives the drafts' key. Refused where there is
/// one (own_code.there). One journal entry says that it was made.
[[nodiscard]] Result<Key> make_own_code(Record& record, MemberId member, const ChosenCode& chosen);
/// Before a try at the code: what a job derives its key with. Refused: own_code.none, own_code.wait
/// (`seconds`). The try counts as a wrong one from here on, so that a kill in between is no free
/// one; wrong tries are kept in the record, so that a restart does not take them away.
[[nodiscard]] Result<CodeWork> begin_own_code_try(Record& record, MemberId member);
/// The drafts' key, where the derived key opens it. Refused: own_code.none, own_code.wrong,
/// own_code.wait.
[[nodiscard]] Result<Key> open_own_code(Record& record, MemberId member, const Key& code_key);
/// How long no try is taken; 0: now.
[[nodiscard]] std::int64_t own_code_wait_ms(const Record& record, MemberId member);
/// Another code, which check_own_code() took, for the same drafts.
[[nodiscard]] Result<void> change_own_code(
    Record& record, MemberId member, const Key& drafts_key, const ChosenCode& chosen);
/// A forgotten code: it goes, and with it what it sealed. What was handed in stays.
[[nodiscard]] Result<void> give_up_own_code(Record& record, MemberId member, const Actor& actor);

/// A self-critique or prompt sheet that is not handed in.
struct SealedDraft {
    MeetingId for_meeting {};
    std::string form {};
    std::string rating {};
    std::optional<MemberId> to_member {};
    struct Section {
        std::string id, text;
        std::int64_t caret = 0, anchor = 0; // In bytes.
        bool operator==(const Section&) const = default;
    };
    std::vector<Section> sections {};
    std::string shown {}; // The section that was written last.
    UnixMs saved_at_ms = 0; // Set by save_sealed_draft().
};

/// On disk when it returns, in place of the one for the same meeting and form.
void save_sealed_draft(
    Record& record, MemberId member, const Key& drafts_key, const SealedDraft& draft);
/// Nothing where there is none, or another key sealed it.
[[nodiscard]] std::optional<SealedDraft> read_sealed_draft(const Record& record, MemberId member,
    const Key& drafts_key, MeetingId for_meeting, const std::string& form);
/// How many drafts a forgotten code would lose.
[[nodiscard]] int count_sealed_drafts(const Record& record, MemberId member);
/// In the command that hands it in, so that a power cut leaves the one or the other.
void drop_sealed_draft(
    Changes& changes, MemberId member, MeetingId for_meeting, const std::string& form);

} // namespace chibo
