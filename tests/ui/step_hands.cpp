// Fingers, keys and eyes of the step files.
#include <algorithm>
#include <cmath>
#include <span>

#include "meeting/letters.h"
#include "ui/step_signatures.h"
#include "ui/step_stage.h"
#include "ui/text.h"

namespace chibo {

namespace {

std::string plain(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\u00A0") {
            plain += ' ';
            ++i;
        } else {
            plain += text[i];
        }
    }
    std::erase(plain, '*'); // Marks of semibold words.
    return plain;
}

struct Candidate {
    std::string label;
    Rect rect;
    bool visible = true;
};

/// Those whose whole label it is, else those that begin with it.
std::vector<Candidate> matching(const std::vector<Candidate>& all, const std::string& label)
{
    std::vector<Candidate> found;
    std::ranges::copy_if(
        all, std::back_inserter(found), [&](const Candidate& one) { return one.label == label; });
    if (found.empty())
        std::ranges::copy_if(all, std::back_inserter(found),
            [&](const Candidate& one) { return one.label.starts_with(label); });
    return found;
}

/// Where a finger reaches it: what a toast or a card over the screen leaves at the top.
Rect reachable(const Touchable& one, std::span<const Touchable> above)
{
    Rect rect = one.visible;
    for (const Touchable& over : above) {
        if (over.kind == TouchKind::Blocker && !over.visible.clipped(rect).empty())
            rect.h = std::max(0.0F, over.visible.y - rect.y);
    }
    return rect;
}

std::vector<Candidate> touchables(const Seen& seen, TouchKind kind)
{
    std::vector<Candidate> all;
    const std::span<const Touchable> touchables = seen.touchables();
    for (std::size_t i = 0; i < touchables.size(); ++i) {
        const Touchable& one = touchables[i];
        if (one.layer != seen.top_layer() || one.kind != kind || one.label.empty())
            continue;
        const Rect at = reachable(one, touchables.subspan(i + 1));
        all.push_back({plain(one.label), at.empty() ? one.rect : at, !at.empty()});
    }
    return all;
}

std::vector<Candidate> texts(const Seen& seen)
{
    std::vector<Candidate> all;
    for (const SeenText& one : seen.texts())
        all.push_back({plain(one.text), one.rect, one.visible()});
    return all;
}

Rect the_one(const std::vector<Candidate>& found, const std::string& label, std::size_t nth)
{
    if (nth > found.size())
        throw StepFailure(
            "there are only " + std::to_string(found.size()) + " of \"" + label + "\"");
    if (nth == 0 && found.size() > 1)
        throw StepFailure("\"" + label + "\" may be \"" + found[0].label + "\" or \""
            + found[1].label + "\" (or say which: 1, 2, …)");
    const Candidate& one = found[nth == 0 ? 0 : nth - 1];
    if (!one.visible)
        throw StepFailure("\"" + label + "\" is scrolled out of sight");
    return one.rect;
}

ImGuiKey key_named(const std::string& name)
{
    static const std::map<std::string, ImGuiKey> keys {{"Enter", ImGuiKey_Enter},
        {"Escape", ImGuiKey_Escape}, {"Esc", ImGuiKey_Escape}, {"Tab", ImGuiKey_Tab},
        {"Backspace", ImGuiKey_Backspace}, {"Delete", ImGuiKey_Delete},
        {"Left", ImGuiKey_LeftArrow}, {"Right", ImGuiKey_RightArrow}, {"Up", ImGuiKey_UpArrow},
        {"Down", ImGuiKey_DownArrow}, {"Home", ImGuiKey_Home}, {"End", ImGuiKey_End},
        {"PageUp", ImGuiKey_PageUp}, {"PageDown", ImGuiKey_PageDown}, {"A", ImGuiKey_A},
        {"C", ImGuiKey_C}, {"P", ImGuiKey_P}, {"1", ImGuiKey_1}, {"2", ImGuiKey_2},
        {"3", ImGuiKey_3}, {"4", ImGuiKey_4}, {"S", ImGuiKey_S}, {"V", ImGuiKey_V},
        {"X", ImGuiKey_X}, {"Y", ImGuiKey_Y}, {"Z", ImGuiKey_Z}, {"F1", ImGuiKey_F1},
        {"F5", ImGuiKey_F5}};
    const auto found = keys.find(name);
    if (found == keys.end())
        throw StepFailure("there is no key \"" + name + "\"");
    return found->second;
}

} // namespace

Rect StepRunner::find_item(const std::string& label, std::size_t nth)
{
    const Seen& seen = stage().ui.seen();
    for (const TouchKind kind : {TouchKind::Press, TouchKind::Drag}) {
        const auto found = matching(touchables(seen, kind), label);
        if (!found.empty())
            return the_one(found, label, nth);
    }
    const auto found = matching(texts(seen), label);
    if (found.empty())
        throw StepFailure("nothing on the screen is called \"" + label + "\"");
    return the_one(found, label, nth);
}

bool StepRunner::can_press(const std::string& label)
{
    return std::ranges::any_of(touchables(stage().ui.seen(), TouchKind::Press),
        [&](const Candidate& one) { return one.label == label; });
}

Rect StepRunner::find_handle(const std::string& label)
{
    const auto found = matching(touchables(stage().ui.seen(), TouchKind::Drag), label);
    return found.empty() ? find_item(label) : the_one(found, label, 0);
}

bool StepRunner::sees(const std::string& text)
{
    const auto holds = [&](const Candidate& one) {
        return one.visible && one.label.find(text) != std::string::npos;
    };
    const Seen& seen = stage().ui.seen();
    return std::ranges::any_of(texts(seen), holds)
        || std::ranges::any_of(touchables(seen, TouchKind::Press), holds);
}

void StepRunner::move_to(Point at)
{
    const float scale = m_stage->ui.scale();
    ImGui::GetIO().AddMousePosEvent(at.x * scale, at.y * scale);
}

void StepRunner::finger(bool down)
{
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    frame();
}

void StepRunner::act_tap(const Step& step)
{
    if (step.arguments.empty() || step.arguments.size() > 2)
        throw StepFailure("tap takes a text, and may say which of several");
    const std::size_t nth = step.arguments.size() == 2 ? std::stoul(step.arguments[1]) : 0;
    const Rect item = find_item(step.arguments.front(), nth);
    stage().ui.touch().end_guard();
    move_to(item.centre());
    finger(true);
    finger(false);
    settle();
}

/// The finger goes down and stays: for pictures of what is pressed. `press` alone lifts it.
void StepRunner::act_press(const Step& step)
{
    if (step.arguments.empty()) {
        finger(false);
        settle();
        return;
    }
    move_to(find_item(step.arguments.front()).centre());
    finger(true);
    settle();
}

void StepRunner::act_hold(const Step& step)
{
    move_to(find_item(step.arguments.at(0)).centre());
    finger(true);
    pass_ms(Touch::long_press_ms + 100);
    settle();
    finger(false);
    settle();
}

void StepRunner::act_drag(const Step& step)
{
    if (step.arguments.size() != 3 || step.arguments[1] != "to")
        throw StepFailure("drag is written as: drag \"a\" to \"b\"");
    const Point from = find_handle(step.arguments[0]).centre();
    const Point to {from.x, find_handle(step.arguments[2]).centre().y};
    move_to(from);
    finger(true);
    constexpr int frames = 8;
    for (int i = 1; i <= frames; ++i) {
        const float share = static_cast<float>(i) / frames;
        move_to({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        frame();
    }
    finger(false);
    settle();
}

/// Scrolls the area under a text by so many pixels; negative moves the content up.
void StepRunner::act_scroll(const Step& step)
{
    if (step.arguments.size() != 2)
        throw StepFailure("scroll is written as: scroll \"a text in it\" -400");
    const Point at = find_item(step.arguments[0]).centre();
    const Seen& seen = stage().ui.seen();
    for (auto area = seen.touchables().rbegin(); area != seen.touchables().rend(); ++area) {
        if (area->kind != TouchKind::Scroll || !area->visible.contains(at))
            continue;
        stage().ui.scrolls().by(area->id, -std::stof(step.arguments[1]));
        stage().ui.pace().input();
        settle();
        return;
    }
    throw StepFailure("\"" + step.arguments[0] + "\" is in nothing that scrolls");
}

/// The pictures' signature, at an even speed, on the largest pad on the screen.
void StepRunner::act_sign(const Step& step)
{
    const Seen& seen = stage().ui.seen();
    const Touchable* pad = nullptr;
    for (const Touchable& one : seen.touchables()) {
        if (one.kind == TouchKind::Drag && one.layer == seen.top_layer()
            && (pad == nullptr || one.rect.w * one.rect.h > pad->rect.w * pad->rect.h))
            pad = &one;
    }
    if (pad == nullptr)
        throw StepFailure("there is nothing to sign on");
    const Rect area = pad->rect; // The frames below replace what was seen.
    const std::string name = step.arguments.empty() ? std::string() : step.arguments.front();
    for (const auto& stroke : signature_strokes(name, area.size()))
        draw_stroke(stroke, {area.x, area.y});
    settle();
}

void StepRunner::draw_stroke(const std::vector<Point>& points, Point corner)
{
    constexpr float ms_a_px = 1.9F;
    const std::size_t taken = points.size() > 120 ? 2 : 1; // A frame is drawn for each.
    const auto placed
        = [&](const Point& point) { return Point {corner.x + point.x, corner.y + point.y}; };
    move_to(placed(points.front()));
    finger(true);
    Point last = points.front();
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % taken != 0 && i + 1 != points.size())
            continue;
        const float way = std::hypot(points[i].x - last.x, points[i].y - last.y);
        m_clock.wait_ms(static_cast<std::int64_t>(way * ms_a_px));
        move_to(placed(points[i]));
        frame();
        last = points[i];
    }
    finger(false);
}

void StepRunner::type_characters(const std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(character));
        frame();
    }
}

void StepRunner::act_type(const Step& step)
{
    (void)stage();
    if (step.arguments.size() != 1)
        throw StepFailure("type takes one text");
    type_characters(step.arguments.front());
    settle();
}

void StepRunner::act_key(const Step& step)
{
    (void)stage();
    std::string name = step.arguments.at(0);
    ImGuiIO& io = ImGui::GetIO();
    std::vector<ImGuiKey> held;
    for (std::size_t plus = name.find('+'); plus != std::string::npos && plus + 1 < name.size();
        plus = name.find('+')) {
        const std::string with = name.substr(0, plus);
        held.push_back(with == "Ctrl" ? ImGuiMod_Ctrl
                : with == "Shift"     ? ImGuiMod_Shift
                                      : ImGuiMod_Alt);
        name.erase(0, plus + 1);
    }
    const ImGuiKey key = key_named(name);
    for (const ImGuiKey modifier : held)
        io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    frame();
    io.AddKeyEvent(key, false);
    for (const ImGuiKey modifier : held)
        io.AddKeyEvent(modifier, false);
    frame();
    settle();
}

void StepRunner::act_scan(const Step& step)
{
    (void)stage();
    type_characters(step.arguments.at(0));
    act_key(
        {.line = step.line, .verb = "key", .arguments = {"Enter"}, .quoted = {false}, .rest = {}});
}

void StepRunner::act_see(const Step& step)
{
    if (!sees(step.arguments.at(0)))
        throw StepFailure("\"" + step.arguments.front() + "\" is not on the screen");
}

/// What sounded since the last `hear` or `record`: touch, check_in, near, over; nothing.
void StepRunner::act_hear(const Step& step)
{
    static const std::map<std::string, Sound> names {{"touch", Sound::Touch},
        {"check_in", Sound::CheckIn}, {"near", Sound::Near}, {"over", Sound::Over}};
    const std::string& name = step.arguments.at(0);
    const auto played = stage().ui.sounds().take_played();
    const auto wanted = names.find(name);
    if (name == "nothing"
            ? !played.empty()
            : wanted == names.end() || std::ranges::find(played, wanted->second) == played.end())
        throw StepFailure("\"" + name + "\" is not what sounded");
}

void StepRunner::act_not_see(const Step& step)
{
    if (sees(step.arguments.at(0)))
        throw StepFailure("\"" + step.arguments.front() + "\" is on the screen");
}

/// Prints what is on the screen; while a step file is being written.
void StepRunner::act_list(const Step& /*step*/)
{
    const Seen& seen = stage().ui.seen();
    for (const Touchable& one : seen.touchables()) {
        if (!one.label.empty())
            std::printf("  touch %d (%.0f,%.0f %.0fx%.0f) \"%s\"\n", one.layer,
                static_cast<double>(one.rect.x), static_cast<double>(one.rect.y),
                static_cast<double>(one.rect.w), static_cast<double>(one.rect.h),
                one.label.c_str());
    }
    for (const SeenText& one : seen.texts())
        std::printf("  text (%.0f,%.0f) \"%s\"%s\n", static_cast<double>(one.rect.x),
            static_cast<double>(one.rect.y), one.text.c_str(),
            one.visible() ? "" : " out of sight");
}

} // namespace chibo
