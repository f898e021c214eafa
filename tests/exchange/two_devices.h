// A cell on two devices, in a folder that goes with the test.
#pragma once

#include <fstream>
#include <iterator>

#include "exchange/bundle.h"
#include "record/devices.h"
#include "record/random_commands.h"

namespace chibo::test {

class TwoDevices : public testing::Test {
protected:
    TwoDevices() { RandomCommands(1).found(one); }

    [[nodiscard]] std::filesystem::path stick(const std::string& name = "one.chibo") const
    {
        return folder.path() / name;
    }
    static std::string read(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
    static void write(const std::filesystem::path& file, const std::string& bytes)
    {
        std::ofstream(file, std::ios::binary) << bytes;
    }
    /// The key of the refusal; the record is what it was.
    std::string refused(const std::filesystem::path& file)
    {
        const std::string before = whole_record(*other.record);
        const auto merged = import_bundle(*other.record, file);
        EXPECT_EQ(whole_record(*other.record), before);
        return merged ? "" : merged.error().key;
    }

    Folder folder;
    TestDevice one {folder.path(), "one", 1};
    TestDevice other {folder.path(), "other", 2};
};

} // namespace chibo::test
