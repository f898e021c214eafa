// Writes commands and drafts to a record without end, and prints each one once it is acknowledged.
// kill_test.cpp kills it.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "record/drafts.h"
#include "record/query.h"

namespace chibo {
namespace {

Command record_entry(const std::string& text, EntryId& id)
{
    return {"record_entry", [&](Changes& changes) -> Result<void> {
                id = changes.make_id<EntryId>();
                Query(changes, R"sql(
            INSERT INTO entry (id, meeting, item, kind, text, at_ms)
            VALUES (:id, zeroblob(16), zeroblob(16), 'opinion', :text, :at_ms))sql")
                    .bind(":id", id)
                    .bind(":text", text)
                    .bind(":at_ms", changes.now_ms())
                    .run();
                drop_draft(changes, "minutes");
                return {};
            }};
}

void say(const char* what, const std::string& which)
{
    std::printf("%s %s\n", what, which.c_str());
    std::fflush(stdout);
}

int write_without_end(const char* file, const Key& key)
{
    SystemClock clock;
    SystemRandom random;
    auto record = Record::open(file, key, clock, random);
    if (!record) {
        std::fprintf(stderr, "%s\n", record.error().key.c_str());
        return 1;
    }
    std::string text = "Đồng chí phát biểu về việc thứ ";
    for (int i = 0;; ++i) {
        const std::string number = std::to_string(i);
        save_draft(**record, {.place = "minutes", .text = text + number, .caret = i});
        say("draft", number);
        EntryId id;
        const auto place
            = (*record)->run(record_entry(text + number, id), {.member = {}, .role = "clerk"});
        if (!place)
            return 1;
        say("entry", id.text());
    }
}

} // namespace
} // namespace chibo

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    std::array<std::uint8_t, 32> bytes {};
    bytes.fill(7);
    return chibo::write_without_end(argv[1], chibo::Key(bytes));
}
