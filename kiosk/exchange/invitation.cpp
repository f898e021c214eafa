#include "exchange/invitation.h"

#include <algorithm>

#include <sodium.h>

#include "exchange/bundle_payload.h"
#include "meeting/names.h"
#include "record/cell_queries.h"
#include "record/data_folder.h"
#include "record/device_commands.h"
#include "record/exchanges.h"
#include "record/member_queries.h"

namespace chibo {
namespace {

constexpr std::string_view magic = "CHIBOINV";
constexpr int secret_words = 6; // 66 bits: the file may lie on a stick for long.

KeyOf key_of(const std::string& secret)
{
    return [secret](const SealedHead& head) {
        return derive_key(secret, head.salt, head.cost.valid() ? head.cost : CodeCost::moderate());
    };
}

Bytes encode_invitation(const Record& record, const Bundle& bundle)
{
    const auto& key = record.key().bytes();
    const Bytes head = cbor::encode(
        cbor::Map {{"cell", Bytes(bundle.cell.uuid.bytes.begin(), bundle.cell.uuid.bytes.end())},
            {"name", read_cell(record).name}, {"key", Bytes(key.begin(), key.end())}});
    Bytes payload;
    append_length(payload, head.size());
    payload.insert(payload.end(), head.begin(), head.end());
    const Bytes entries = encode_bundle(bundle);
    payload.insert(payload.end(), entries.begin(), entries.end());
    return payload;
}

struct Opened {
    CellId cell {};
    std::string name;
    Key key;
    Bundle bundle;
};

std::optional<Opened> decode_invitation(std::span<const std::uint8_t> payload)
{
    const auto head = cut_piece(payload);
    const auto value = head ? cbor::decode(*head) : std::nullopt;
    const auto* map = value ? value->get<cbor::Map>() : nullptr;
    if (!map || !map->contains("cell") || !map->contains("name") || !map->contains("key"))
        return std::nullopt;
    const auto* cell = map->at("cell").get<Bytes>();
    const auto* name = map->at("name").get<std::string>();
    const auto* key = map->at("key").get<Bytes>();
    Opened opened;
    if (!cell || !name || !key || cell->size() != opened.cell.uuid.bytes.size()
        || key->size() != opened.key.bytes().size())
        return std::nullopt;
    std::ranges::copy(*cell, opened.cell.uuid.bytes.begin());
    std::ranges::copy(*key, opened.key.bytes().begin());
    opened.name = *name;
    auto bundle = decode_bundle(payload);
    if (!bundle)
        return std::nullopt;
    opened.bundle = std::move(*bundle);
    return opened;
}

Result<Opened> open_invitation(const Joining& joining)
{
    const auto payload = read_sealed(joining.file, magic, key_of(joining.secret));
    if (!payload) {
        Error error = payload.error();
        if (error.key == "bundle.other_key")
            error.key = "invitation.wrong_secret";
        else if (error.key == "bundle.not_one" || error.key == "bundle.missing")
            error.key = error.key == "bundle.missing" ? "invitation.missing" : "invitation.not_one";
        return tl::unexpected(std::move(error));
    }
    auto opened = decode_invitation(*payload);
    if (!opened)
        return refuse("bundle.unreadable", {{"file", joining.file.filename().string()}});
    return std::move(*opened);
}

/// Those whom `wanted` may mean: who has that very name, else who is called so.
std::vector<Officer> officers_called(
    const std::vector<Officer>& officers, const std::string& wanted)
{
    std::vector<Officer> called;
    for (const Officer& officer : officers) {
        if (officer.name == wanted)
            return {officer};
        if (is_called(officer.name, wanted))
            called.push_back(officer);
    }
    return called;
}

/// The officer whose code will open the cell here.
Result<OfficerCode> find_officer(const Record& record, const Joining& joining)
{
    std::vector<Officer> officers = read_officers(record); // The secretary first.
    if (!joining.officer.empty())
        officers = officers_called(officers, joining.officer);
    if (officers.empty())
        return refuse("invitation.no_officer", {{"name", joining.officer}});
    if (!joining.officer.empty() && officers.size() > 1) {
        std::string names;
        for (const Officer& officer : officers)
            names += (names.empty() ? "" : ", ") + officer.name;
        return refuse("invitation.which_officer", {{"name", joining.officer}, {"names", names}});
    }
    const Officer& found = officers.front();
    return OfficerCode {found.id, std::string(word(found.role)), joining.code};
}

std::string free_name(const Record& record, std::string name)
{
    const std::string wanted = name;
    const auto devices = read_devices(record);
    const auto taken = [&](const Device& device) { return !device.own && device.name == name; };
    for (int number = 2; std::ranges::any_of(devices, taken); ++number)
        name = wanted + " " + std::to_string(number);
    return name;
}

/// What a second machine of one make, or a second record on one machine, would be called too.
void name_device(Record& record, const std::string& name, Joined& joined)
{
    for (const Device& device : read_devices(record)) {
        if (device.own)
            joined.device_name = name.empty() ? device.name : name;
    }
    const Actor program {.member = {}, .role = "program"};
    joined.device_name = free_name(record, joined.device_name);
    (void)record.run(rename_device(record.device(), joined.device_name), program);
}

} // namespace

Result<Invitation> write_invitation(
    Record& record, const std::filesystem::path& file, const CodeCost& cost, const Actor& by)
{
    const auto bundle = take_out(record, {.what = Sending::What::Whole, .by = by});
    if (!bundle)
        return tl::unexpected(bundle.error());
    Invitation invitation;
    invitation.secret = draw_code(data_folder() / "words.txt", secret_words);
    invitation.entries = static_cast<int>(bundle->entries.size());
    for (const char letter : invitation.secret) {
        if (letter != '-' && !(letter == ' ' && invitation.qr.ends_with(' ')))
            invitation.qr += letter;
    }
    const SealedHead head {.magic = magic, .salt = draw_salt(), .cost = cost};
    Bytes payload = encode_invitation(record, *bundle);
    const auto written = write_sealed(file, head, key_of(invitation.secret), payload);
    sodium_memzero(payload.data(), payload.size());
    if (!written)
        return tl::unexpected(written.error());
    note_invited(record);
    return invitation;
}

Result<Joined> join_cell(RecordFolder& folder, const Joining& joining, const Clock& clock,
    Random& random, const std::string& name)
{
    if (const auto strong = check_code(joining.code); !strong)
        return tl::unexpected(strong.error());
    auto opened = open_invitation(joining);
    if (!opened)
        return tl::unexpected(opened.error());
    if (folder.cell(opened->cell))
        return refuse("invitation.here_already", {{"cell", opened->name}});
    Joined joined;
    joined.cell = opened->cell;
    joined.cell_name = opened->name;
    const auto fill = [&](Record& record) -> Result<OfficerCode> {
        const auto merged = take_in(record, opened->bundle, joining.file);
        if (!merged)
            return tl::unexpected(merged.error());
        joined.entries = merged->came.entries;
        name_device(record, name, joined);
        return find_officer(record, joining);
    };
    const auto made
        = folder.adopt_cell({opened->cell, opened->name, opened->key}, fill, clock, random);
    if (!made)
        return tl::unexpected(made.error());
    joined.recovery_code = *made;
    return joined;
}

} // namespace chibo
