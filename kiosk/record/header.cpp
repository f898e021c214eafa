#include "record/header.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>
#include <sodium.h>

#include "record/atomic_file.h"

namespace chibo {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;
constexpr const char* file_name = "header.json";
// The header holds the only way to the keys, so a second one stands beside it.
constexpr const char* copy_name = "header.copy.json";

std::string base64(std::span<const std::uint8_t> bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(
        text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

Bytes from_base64(const std::string& text)
{
    Bytes bytes(text.size());
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size,
            nullptr, sodium_base64_VARIANT_ORIGINAL)
        != 0)
        throw std::invalid_argument("no base64");
    bytes.resize(size);
    return bytes;
}

template <typename AnyId> AnyId id_from(const Json& json)
{
    const auto id = AnyId::parse(json.get<std::string>());
    if (!id)
        throw std::invalid_argument("no id");
    return *id;
}

Json to_json(const CellHeader& cell)
{
    Json wraps = Json::array();
    for (const Wrap& wrap : cell.wraps) {
        wraps.push_back({{"role", wrap.role}, {"officer", wrap.officer.text()},
            {"nonce", base64(wrap.nonce)}, {"box", base64(wrap.box)}});
    }
    return {{"id", cell.id.text()}, {"name", cell.name}, {"file", cell.file}, {"wraps", wraps},
        {"failures", cell.failures}, {"next_try_at_ms", cell.next_try_at_ms}};
}

CellHeader cell_from(const Json& json)
{
    CellHeader cell {
        .id = id_from<CellId>(json.at("id")), .name = json.at("name"), .file = json.at("file")};
    // A name alone: a header from elsewhere must not lead out of its folder.
    if (cell.file.empty() || std::filesystem::path(cell.file).filename() != cell.file)
        throw std::invalid_argument("no file name");
    for (const Json& item : json.at("wraps")) {
        cell.wraps.push_back({item.at("role"), id_from<OfficerId>(item.at("officer")),
            from_base64(item.at("nonce")), from_base64(item.at("box"))});
    }
    cell.failures = std::max(0, json.at("failures").get<int>());
    cell.next_try_at_ms = json.at("next_try_at_ms");
    return cell;
}

Json to_json(const MachineSettings& machine)
{
    return {{"last_cell", machine.last_cell.text()}, {"room", machine.room},
        {"language", machine.language}, {"text_size", machine.text_size},
        {"contrast", machine.contrast}, {"motion", machine.motion}, {"sound", machine.sound}};
}

MachineSettings machine_from(const Json& json)
{
    MachineSettings machine;
    machine.last_cell = id_from<CellId>(json.at("last_cell"));
    machine.room = json.value("room", machine.room);
    machine.language = json.value("language", machine.language);
    machine.text_size = json.value("text_size", machine.text_size);
    machine.contrast = json.value("contrast", machine.contrast);
    machine.motion = json.value("motion", machine.motion);
    machine.sound = json.value("sound", machine.sound);
    return machine;
}

Json to_json(const Header& header)
{
    Json cells = Json::array();
    for (const CellHeader& cell : header.cells)
        cells.push_back(to_json(cell));
    Json json {{"format", format}, {"salt", base64(header.salt)},
        {"argon2id", {{"passes", header.cost.passes}, {"memory_kib", header.cost.memory_kib}}},
        {"cells", cells}, {"machine", to_json(header.machine)}};
    if (header.demo)
        json["demo"] = {{"code", header.demo->code}, {"pin", header.demo->pin}};
    return json;
}

Header header_from(const Json& json)
{
    Header header;
    const Bytes salt = from_base64(json.at("salt"));
    const Json& cost = json.at("argon2id");
    header.cost = {cost.at("passes"), cost.at("memory_kib")};
    if (salt.size() != header.salt.size() || !header.cost.valid())
        throw std::invalid_argument("no salt or cost");
    std::ranges::copy(salt, header.salt.begin());
    for (const Json& cell : json.at("cells"))
        header.cells.push_back(cell_from(cell));
    header.machine = machine_from(json.at("machine"));
    if (json.contains("demo"))
        header.demo = DemoCodes {json["demo"].at("code"), json["demo"].at("pin")};
    return header;
}

Result<Header> read_one(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return refuse("record.no_record", {{"folder", file.parent_path().string()}});
    try {
        const Json json = Json::parse(in);
        if (json.at("format").get<int>() > format)
            return refuse("record.newer", {{"file", file.string()}});
        return header_from(json);
    } catch (const std::exception&) { // Of the parser and of what is not as it should be: damaged
                                      // all the same.
        return refuse("record.header_damaged", {{"file", file.string()}});
    }
}

} // namespace

Result<Header> read_header(const std::filesystem::path& folder)
{
    auto header = read_one(folder / file_name);
    if (header || header.error().key == "record.newer")
        return header;
    auto copy = read_one(folder / copy_name);
    return copy ? std::move(copy) : std::move(header);
}

void write_header(const std::filesystem::path& folder, const Header& header)
{
    const std::string text = to_json(header).dump(2) + "\n";
    write_atomically(folder / file_name, text);
    write_atomically(folder / copy_name, text);
}

} // namespace chibo
