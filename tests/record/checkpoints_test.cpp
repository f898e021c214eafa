#include "record/checkpoints.h"

#include <chrono>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

using namespace std::chrono_literals;
using CheckpointsTest = NewRecord;

TEST_F(CheckpointsTest, ALongLogComesIntoTheFileWhileTheRecordStaysOpen)
{
    constexpr std::size_t long_text = 6 << 20; // 1,500 pages, and as many again in the journal.
    ASSERT_TRUE(record->run(set("text", std::string(long_text, 'x')), room));
    const auto given_up = std::chrono::steady_clock::now() + 30s;
    while (std::filesystem::file_size(file()) < long_text
        && std::chrono::steady_clock::now() < given_up)
        std::this_thread::sleep_for(5ms);
    EXPECT_GT(std::filesystem::file_size(file()), long_text);
}

TEST_F(CheckpointsTest, WhatIsCommittedMeanwhileIsKept)
{
    constexpr int changes = 400; // Some dozen pages each: the log grows long four times.
    const std::string text(20'000, 'x');
    for (int number = 0; number < changes; ++number) {
        const std::string id = std::to_string(number);
        ASSERT_TRUE(record->run(set(id, text + id), room));
    }
    record.reset();
    record = open_again();
    for (int number = 0; number < changes; ++number) {
        const std::string id = std::to_string(number);
        EXPECT_EQ(setting(*record, id), text + id);
    }
    auto& check = record->prepare("PRAGMA integrity_check");
    ASSERT_TRUE(check.executeStep());
    EXPECT_EQ(check.getColumn(0).getString(), "ok");
}

} // namespace
} // namespace chibo::test
