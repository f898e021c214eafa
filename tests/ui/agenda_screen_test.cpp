// The agenda at 08:45 of the story: what the chair sees and touches, and what the room does not
// see.
#include "ui/screens/agenda_screen.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "record/story_record.h"
#include "ui/offscreen.h"

namespace chibo::test {
namespace {

class AgendaScreenTest : public StoryRecord {
protected:
    AgendaScreenTest()
    {
        open();
        at(8, 4, 40);
        must(start_next_item(meeting));
        at(8, 8, 46);
        must(start_next_item(meeting));
        speak("Phạm Văn Dũng", 245);
        at(8, 22, 46);
        must(start_next_item(meeting));
        at(8, 40, 48);
        ask("Vũ Thị Kim Oanh");
        must(start_speaker(meeting, read_speakers(*record, meeting).waiting.front().id));
        for (const auto* name : {"Đặng Thùy Linh", "Trần Thị Thu Thủy", "Phạm Văn Dũng"})
            ask(name);
        at(8, 45);
    }
    void ask(std::string_view name) { must(request_floor(meeting, person_named(name)), room); }
    void speak(std::string_view name, int seconds)
    {
        ask(name);
        must(start_speaker(meeting, read_speakers(*record, meeting).waiting.front().id));
        clock.wait_ms(seconds * 1000);
        must(end_speaker(meeting));
    }
    /// The screen's own clock stands where the record's does.
    void show(const Viewer& who, DeviceSize size = {1280, 800}, Rect work = {152, 96, 1104, 688})
    {
        offscreen.emplace(size);
        offscreen->clock().set(clock.now_ms());
        screen.emplace(meeting);
        screen->refresh(*record, who);
        for (int i = 0; i < 3; ++i)
            offscreen->frame([&] { draw(work); });
    }
    void draw(const Rect& work)
    {
        Ui& ui = offscreen->ui();
        fill(ui, ui.bounds(), ui.theme().paper);
        ui.set_work(work);
        screen->draw(ui, commands);
    }
    void picture(const char* name)
    {
        write_png(std::string("pictures/") + name, offscreen->surface().picture());
    }
    bool sees(std::string_view words)
    {
        return std::ranges::any_of(offscreen->ui().seen().texts(),
            [&](const SeenText& text) { return text.text == words && text.visible(); });
    }
    bool touches(std::string_view label)
    {
        return std::ranges::any_of(offscreen->ui().seen().touchables(),
            [&](const Touchable& one) { return one.label == label; });
    }

    const Viewer chair_viewer {named("Lê Thị Minh Hằng"), "secretary"};
    std::optional<OffscreenUi> offscreen;
    std::optional<AgendaScreen> screen;
    Commands commands;
};

TEST_F(AgendaScreenTest, TheChairSeesTheClockTheForecastAndWhoSpoke)
{
    show(chair_viewer);
    picture("agenda_test.png");
    for (const auto* words : {"+2:14", "22:14 / 20:00", "Mục 4/8", "đã nói 4:05", "4:12 / 5:00"})
        EXPECT_TRUE(sees(words)) << words;
    EXPECT_TRUE(touches("Mục tiếp theo"));
}

TEST_F(AgendaScreenTest, TheRoomSeesTitlesAndTimesOnly)
{
    show({});
    picture("agenda_room.png");
    EXPECT_TRUE(sees("+2:14"));
    EXPECT_FALSE(sees("đã nói 4:05"));
    EXPECT_FALSE(touches("Mục tiếp theo"));
    EXPECT_FALSE(touches("Nói xong"));
}

TEST_F(AgendaScreenTest, HoldsOnAWideScreenWithTheMinutesBeside)
{
    show(chair_viewer, {1920, 1080}, {152, 96, 1744, 968});
    picture("agenda_wide.png");
    EXPECT_TRUE(sees("Biên bản mục này"));
}

TEST_F(AgendaScreenTest, HoldsUpright)
{
    show(chair_viewer, {800, 1280}, {24, 96, 752, 1080});
    picture("agenda_portrait.png");
    EXPECT_TRUE(sees("Mục tiếp theo"));
}

TEST_F(AgendaScreenTest, HoldsWithLargeText)
{
    show(chair_viewer, {914, 571}, {152, 96, 738, 459});
    picture("agenda_compact.png");
    EXPECT_TRUE(sees("Mục tiếp theo"));
}

} // namespace
} // namespace chibo::test
