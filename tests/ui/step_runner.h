// Plays step files on the real screens: a clock that moves when told, fingers and keys through Dear
// ImGui's input queue, and what is on screen found by the words that a person reads.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ui/app.h"
#include "ui/fonts.h"
#include "ui/step_devices.h"
#include "ui/step_script.h"

namespace chibo {

/// What went wrong in a step, in words.
class StepFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct StepOptions {
    bool window = false; // In a real window instead of memory.
    std::filesystem::path pictures; // Where `shot` writes.
    std::filesystem::path scratch; // Demo records, and the copies that are played on.
    bool shapes = false; // At each `shot`, the layout in every shape, text size and language.
    std::filesystem::path story; // What `story` plays: the_meeting.story beside the step files.
};

class StepRunner {
public:
    explicit StepRunner(StepOptions options);
    ~StepRunner();

    void run(const Step& step);
    /// What is on the screen now; for the picture of a failure.
    void save_picture(const std::filesystem::path& file);

private:
    struct Stage; // Surface, fonts, interface and app: what a restart makes anew.
    using Act = void (StepRunner::*)(const Step&);
    static const std::map<std::string, Act>& acts();

    // step_runner.cpp: the world
    void act_clock(const Step& step);
    void act_record(const Step& step);
    void act_story(const Step& step);
    void act_unlock(const Step& step);
    void act_recovery(const Step& step);
    void act_lock(const Step& step);
    void act_rest(const Step& step);
    void act_officer(const Step& step);
    void act_as(const Step& step);
    void act_size(const Step& step);
    void act_wait(const Step& step);
    void act_shot(const Step& step);
    void act_restart(const Step& step);
    void act_text(const Step& step);
    void act_language(const Step& step);
    void act_contrast(const Step& step);
    void act_screen(const Step& step);
    // step_devices.cpp: further machines, sticks, held jobs
    void act_device(const Step& step);
    void act_skew(const Step& step);
    void act_called(const Step& step);
    void act_invite(const Step& step);
    void act_carry(const Step& step);
    void act_stick(const Step& step);
    void act_pull(const Step& step);
    void act_cut(const Step& step);
    void act_picture(const Step& step);
    void act_hold_job(const Step& step);
    void act_release(const Step& step);
    void act_secret(const Step& step);
    void act_await(const Step& step);
    // step_shapes.cpp: layouts
    void act_shapes(const Step& step);
    // step_hands.cpp: fingers, keys and eyes
    void act_tap(const Step& step);
    void act_press(const Step& step);
    void act_hold(const Step& step);
    void act_drag(const Step& step);
    void act_scroll(const Step& step);
    void act_sign(const Step& step);
    void act_swipe(const Step& step);
    void act_pinch(const Step& step);
    void act_poke(const Step& step);
    void act_touch(const Step& step);
    void act_thumbs(const Step& step);
    void act_outside(const Step& step);
    void act_type(const Step& step);
    void act_key(const Step& step);
    void act_scan(const Step& step);
    void act_see(const Step& step);
    void act_readings(const Step& step);
    void act_not_see(const Step& step);
    void act_hear(const Step& step);
    void act_list(const Step& step);

    [[nodiscard]] static std::int64_t duration_of(const std::string& text);
    [[nodiscard]] Record& open_record();
    [[nodiscard]] std::filesystem::path new_record_path();
    void moved_sticks();
    Stage& stage();
    void begin();
    void take_shape(DeviceSize size, int text_percent, Language language);
    void make_demo_record(const std::string& day);
    void settle();
    void frame();
    void pass_ms(std::int64_t ms);
    void move_to(Point at);
    void touch_screen(PointerEvent::Kind kind, int finger);
    void finger(bool down);
    void draw_stroke(const std::vector<Point>& points, Point corner);
    void type_characters(const std::string& text);
    [[nodiscard]] Rect find_item(const std::string& label, std::size_t nth = 0);
    [[nodiscard]] bool can_press(const std::string& label);
    [[nodiscard]] Rect find_handle(const std::string& label);
    [[nodiscard]] bool sees(const std::string& text);

    StepOptions m_options;
    DeviceSize m_size {1280, 800};
    int m_text_percent = 100;
    std::string m_language;
    std::filesystem::path m_record;
    FakeClock m_clock {0};
    MachineClock m_machine_clock {m_clock};
    Machines m_machines;
    bool m_clock_set = false;
    SeededRandom m_random {5};
    std::unique_ptr<Stage> m_stage;
    int m_copies = 0;
    std::map<int, Point> m_fingers; // Where each was last.
    std::size_t m_readings = 0; // Of level C, noted by the last `readings`.
};

} // namespace chibo
