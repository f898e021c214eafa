// Identifiers: one type a thing, so that a member is never taken for a meeting. UUIDv7 (RFC 9562),
// made on the device and never changed.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chibo {

/// 16 bytes; the default is the nil UUID, which is no thing's.
struct Uuid {
    std::array<std::uint8_t, 16> bytes {};

    auto operator<=>(const Uuid&) const = default;
    [[nodiscard]] bool nil() const { return *this == Uuid {}; }
    /// 36 characters, lower case, with hyphens.
    [[nodiscard]] std::string text() const;
    /// Reads what text() writes; nothing else.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
    /// UUIDv7 of a wall-clock time in milliseconds since 1970 and 10 bytes of chance.
    [[nodiscard]] static Uuid v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& chance);
};

template <typename Tag> struct Id {
    Uuid uuid {};

    auto operator<=>(const Id&) const = default;
    [[nodiscard]] bool nil() const { return uuid.nil(); }
    [[nodiscard]] std::string text() const { return uuid.text(); }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        const auto parsed = Uuid::parse(text);
        return parsed ? std::optional<Id>(Id {*parsed}) : std::nullopt;
    }
};

using CellId = Id<struct CellTag>;
using MemberId = Id<struct MemberTag>;
using OfficerId = Id<struct OfficerTag>;
using MeetingId = Id<struct MeetingTag>;
using ItemId = Id<struct ItemTag>; // An agenda item.
using EntryId = Id<struct EntryTag>; // An entry of the minutes: opinion, conclusion, task or vote.
using PersonId = Id<struct PersonTag>; // Somebody in the room: a member's id or a guest's.
using GuestId = Id<struct GuestTag>;
using DeviceId = Id<struct DeviceTag>;
using HeadingId = Id<struct HeadingTag>;
using CodeId = Id<struct CodeTag>; // What a scanner may read.
using CodeEventId = Id<struct CodeEventTag>; // That the recovery code was used or renewed.
using StayId = Id<struct StayTag>; // A row of presence.
using AbsenceId = Id<struct AbsenceTag>;
using RunId = Id<struct RunTag>;
using SpeakerId = Id<struct SpeakerTag>; // A turn on the list of speakers.
using ReadingId = Id<struct ReadingTag>;
using SignatureId = Id<struct SignatureTag>;
using AmendmentId = Id<struct AmendmentTag>;
using AnchorId = Id<struct AnchorTag>;
using TurnId = Id<struct TurnTag>; // A person's turn in a critique.
using TurnRunId = Id<struct TurnRunTag>;
using RemarkId = Id<struct RemarkTag>; // What one says of another, or of oneself, in a critique.
using CritiqueAnswerId = Id<struct CritiqueAnswerTag>;
using CritiqueConclusionId = Id<struct CritiqueConclusionTag>;
using CommitmentId = Id<struct CommitmentTag>; // Something to be put right.
using CommitmentCheckId = Id<struct CommitmentCheckTag>;
using SelfCritiqueId = Id<struct SelfCritiqueTag>; // Handed in.
using SelfCritiqueSectionId = Id<struct SelfCritiqueSectionTag>;
using RestrictedReadingId = Id<struct RestrictedReadingTag>;
using OwnCodeEventId = Id<struct OwnCodeEventTag>;
using WithdrawalId = Id<struct WithdrawalTag>; // Of a device.
using ChoiceId = Id<struct ChoiceTag>; // At the conflict desk.

[[nodiscard]] inline PersonId person(MemberId id)
{
    return {id.uuid};
}
[[nodiscard]] inline PersonId person(GuestId id)
{
    return {id.uuid};
}

} // namespace chibo
