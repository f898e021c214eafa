#include "ui/screens/minutes_timeline.h"

#include <utility>

#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/screens/entry_words.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/touch.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"

namespace chibo {

namespace {

constexpr float time_w = 72;
constexpr float gap = 16;
constexpr float dot = 36;
constexpr float head_h = 36;
constexpr float text_line = 30;
constexpr float foot = 16; // Between entries.
constexpr float right_margin = 24;
constexpr float text_x = time_w + gap + dot + gap;
constexpr float chip_h = 32;
const ButtonLook undo_look {
    .kind = ButtonKind::Text, .icon = icons::undo, .icon_size = 24, .gap = 8};
constexpr TextStyle time_style {20, 36, Weight::Regular};
constexpr TextStyle text_style {20, text_line, Weight::Regular};

/// Lines of text stay readable on a wide screen: about 84 characters.
constexpr float widest_text = 900;

/// A task's words need as much beside its chips; else these have a row of their own below.
constexpr float least_words = 180;
constexpr float aside_row = 44;

bool is_entry(const TimelineRow& row)
{
    return row.kind == TimelineKind::Entry && row.entry;
}

/// "Tán thành 5/6", and the rest.
std::pair<std::string, std::string> vote_words(const Ui& ui, const Vote& vote)
{
    std::string rest = ui.tr("minutes.vote_rest",
        {{"no", std::to_string(vote.no)}, {"other", std::to_string(vote.other)}});
    if (!vote.reserved.empty())
        rest += ui.tr("minutes.vote_reserved", {{"names", vote.reserved}});
    return {ui.tr("minutes.vote_yes",
                {{"yes", std::to_string(vote.yes)},
                    {"entitled", std::to_string(vote.entitled_present)}}),
        std::move(rest)};
}

/// Running text below the head; a task's words stand in the head.
std::string words_below(const Ui& ui, const TimelineRow& row)
{
    if (!is_entry(row))
        return {};
    const Entry& entry = *row.entry;
    if (entry.kind == EntryKind::Vote && entry.vote) {
        const auto [yes, rest] = vote_words(ui, *entry.vote);
        return yes + rest;
    }
    return entry.kind == EntryKind::Task ? std::string() : entry.text;
}

std::string head_words(const Ui& ui, const Entry& entry)
{
    if (entry.kind == EntryKind::Task || entry.kind == EntryKind::Vote)
        return tied(entry.text);
    if (entry.kind == EntryKind::Conclusion && !entry.speaker)
        return ui.tr("minutes.chair");
    return entry.speaker_name;
}

std::string event_words(const Ui& ui, const TimelineRow& row)
{
    const auto with_name = [&](const char* key) { return ui.tr(key, {{"name", row.name}}); };
    switch (row.kind) {
    case TimelineKind::Arrival:
        return with_name("minutes.arrived");
    case TimelineKind::Departure:
        return with_name("minutes.departed");
    case TimelineKind::Return:
        return with_name("minutes.returned");
    case TimelineKind::ItemStarted:
        return ui.tr("minutes.item_started");
    case TimelineKind::ItemPaused:
        return ui.tr("minutes.item_paused");
    case TimelineKind::ItemResumed:
        return ui.tr("minutes.item_resumed");
    case TimelineKind::ItemEnded:
        return ui.tr("minutes.item_ended");
    case TimelineKind::Prolonged:
        return ui.tr("minutes.item_prolonged");
    default:
        return {};
    }
}

Icon event_icon(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::Arrival:
    case TimelineKind::Return:
        return icons::person_add;
    case TimelineKind::Departure:
        return icons::arrow_forward;
    case TimelineKind::ItemPaused:
        return icons::pause;
    case TimelineKind::ItemEnded:
        return icons::check;
    case TimelineKind::Prolonged:
        return icons::more_time;
    default:
        return icons::play_circle_filled;
    }
}

/// Draws the rows at their places; measured first, so that the newest stands at the area's foot.
class TimelineDrawing {
public:
    TimelineDrawing(Ui& ui, const WidgetId& id, float width, const TimelineLook& look) :
        m_ui(ui), m_id(id), m_width(width), m_look(look)
    {
    }

    [[nodiscard]] float height(const TimelineRow& row)
    {
        float height = head_h + foot;
        if (is_entry(row))
            height
                += (head_lines(row) - 1) * text_line + (aside_is_below(*row.entry) ? aside_row : 0);
        const std::string words = words_below(m_ui, row);
        if (!words.empty())
            height += measure(m_ui, tied(words), text_style, text_width_below()).h;
        return height;
    }

    void draw(const Rect& place, const TimelineRow& row, bool last)
    {
        const Theme& theme = m_ui.theme();
        const bool entry = is_entry(row);
        if (!last || m_look.below <= 0)
            fill(m_ui, {place.x + 105, place.y + dot, 2, place.h - dot}, theme.line);
        else
            fill(m_ui, {place.x + 105, place.y + dot, 2, place.h - dot + m_look.below}, theme.line);
        text(m_ui, {place.x, place.y, time_w, head_h}, hm(row.at_ms),
            {.style = time_style,
                .color = theme.ink2,
                .align = Align::Right,
                .digits = Digits::Tabular});
        draw_dot({place.x + time_w + gap, place.y, dot, dot}, row);
        const Rect body {
            place.x + text_x, place.y, place.w - text_x - right_margin, place.h - foot};
        if (!entry) {
            text(m_ui, {body.x, body.y, body.w, head_h}, event_words(m_ui, row),
                {.color = theme.ink2});
            return;
        }
        touch_entry(place, *row.entry);
        draw_entry(body, row);
    }

    [[nodiscard]] const TimelineTouch& touched() const { return m_touched; }

private:
    [[nodiscard]] float text_width_below() const
    {
        return std::min(m_width - text_x - right_margin, widest_text);
    }

    [[nodiscard]] float head_width() const { return m_width - text_x - right_margin; }

    [[nodiscard]] bool aside_is_below(const Entry& entry)
    {
        return entry.task && head_width() - aside_width(entry) < least_words;
    }

    /// Names stand in one line, what is to be done or voted on in up to three.
    [[nodiscard]] float head_lines(const TimelineRow& row)
    {
        const Entry& entry = *row.entry;
        if (entry.kind != EntryKind::Task && entry.kind != EntryKind::Vote)
            return 1;
        const float aside = aside_is_below(entry) ? undo_width(entry) : aside_width(entry);
        const float room = std::max(head_width() - aside, 120.0F);
        return static_cast<float>(
            measure(m_ui, head_words(m_ui, entry), text_style.bold(), room, 3).lines);
    }

    void draw_dot(const Rect& circle, const TimelineRow& row)
    {
        const Tone tone = is_entry(row) ? kind_tone(row.entry->kind) : Tone::Neutral;
        const Family& family = m_ui.theme().family(tone);
        disc(m_ui, circle.centre(), dot / 2, family.tint);
        icon(m_ui, circle, is_entry(row) ? kind_icon(row.entry->kind) : event_icon(row.kind), 22,
            family.ink);
    }

    void touch_entry(const Rect& place, const Entry& entry)
    {
        const Rect area {place.x + time_w, place.y - foot / 2, place.w - time_w - 8, place.h};
        const Press pressed = press(m_ui, {"minutes.entry", entry.id.uuid}, area, entry.text);
        if (pressed.down || m_look.edited == entry.id) {
            const Rect ground {
                place.x + text_x - 8, area.y, place.w - text_x - right_margin + 16, area.h};
            fill(m_ui, ground,
                pressed.down ? m_ui.theme().sunk : m_ui.theme().mark.with_alpha(0.5F),
                radius::button);
        }
        if (pressed)
            m_touched.entry = entry.id;
    }

    /// Owner and due day of a task, or "Hoàn tác", at the head's right end.
    [[nodiscard]] float aside_width(const Entry& entry)
    {
        float width = chip_width(m_ui, m_ui.tr(kind_key(entry.kind)), kind_look(entry)) + 12
            + undo_width(entry);
        if (entry.task)
            width += 40 + 8 + text_width(m_ui, short_name(entry.task->owner_name), type::body) + 8
                + chip_width(m_ui, due_words(entry), {.icon = icons::event, .height = chip_h}) + 12;
        return width;
    }

    [[nodiscard]] float undo_width(const Entry& entry)
    {
        return m_look.undoable == entry.id
            ? button_width(m_ui, m_ui.tr("common.undo"), undo_look) + 8
            : 0;
    }

    [[nodiscard]] static ChipLook kind_look(const Entry& entry)
    {
        return {.tone = kind_tone(entry.kind), .height = chip_h, .bare_pad = 10};
    }

    [[nodiscard]] std::string due_words(const Entry& entry) const
    {
        return m_ui.tr("minutes.due", {{"day", dm(entry.task->due_on)}});
    }

    void draw_entry(Rect body, const TimelineRow& row)
    {
        const Entry& entry = *row.entry;
        const Theme& theme = m_ui.theme();
        const std::string words = head_words(m_ui, entry);
        const TextStyle style = text_style.bold();
        const float lines = head_lines(row);
        const bool below_it = aside_is_below(entry);
        Rect head = body.cut_top(head_h + (lines - 1) * text_line);
        if (m_look.undoable == entry.id)
            draw_undo(head);
        Rect aside = below_it ? body.cut_top(aside_row) : Rect {};
        if (entry.task)
            draw_task_aside(below_it ? aside : head, entry);
        const std::string kind = m_ui.tr(kind_key(entry.kind));
        const float kind_w = chip_width(m_ui, kind, kind_look(entry)) + 12;
        const float words_w
            = std::min(text_width(m_ui, words, style), head.w - (below_it ? 0 : kind_w));
        text(m_ui, {head.x, head.y, words_w + 1, head.h}, words,
            {.style = style,
                .color = theme.ink,
                .lines = lines > 1 ? Lines::Wrap : Lines::One,
                .max_lines = 3});
        const Point corner = below_it
            ? Point {aside.x, aside.y + (head_h - chip_h) / 2}
            : Point {head.x + words_w + 12, head.y + (head_h - chip_h) / 2};
        chip(m_ui, corner, kind, kind_look(entry));
        body.w = std::min(body.w, widest_text);
        if (entry.kind == EntryKind::Vote && entry.vote)
            draw_vote(body, *entry.vote);
        else if (const std::string below = words_below(m_ui, row); !below.empty())
            text(m_ui, body, tied(below),
                {.style = text_style,
                    .color = theme.ink,
                    .place = Place::Top,
                    .lines = Lines::Wrap});
    }

    void draw_vote(const Rect& body, const Vote& vote)
    {
        const Theme& theme = m_ui.theme();
        const auto [yes, rest] = vote_words(m_ui, vote);
        const Color ink = passes(vote) ? theme.greens.ink : theme.ink;
        text(m_ui, body,
            {Span {.text = yes, .weight = Weight::SemiBold, .color = ink}, Span {.text = rest}},
            {.style = text_style, .color = theme.ink, .place = Place::Top, .lines = Lines::Wrap});
    }

    void draw_task_aside(Rect& head, const Entry& entry)
    {
        const std::string due = due_words(entry);
        const ChipLook look {.tone = Tone::Amber, .icon = icons::event, .height = chip_h};
        Rect line {head.x, head.y, head.w, head_h};
        const Rect due_at = line.cut_right(chip_width(m_ui, due, look), 8);
        chip(m_ui, {due_at.x, due_at.y + (head_h - chip_h) / 2}, due, look);
        const std::string owner = short_name(entry.task->owner_name);
        const float owner_w = text_width(m_ui, owner, type::body);
        text(m_ui, line.cut_right(owner_w + 1, 7), owner, {.color = m_ui.theme().ink});
        const float kind_w = chip_width(m_ui, m_ui.tr(kind_key(entry.kind)), kind_look(entry));
        if (line.w >= kind_w + 8 + 40)
            avatar(m_ui, line.cut_right(40, 12).centred({40, 40}),
                portrait(entry.task->owner_name, entry.task->owner_number));
        head.w = line.w;
    }

    void draw_undo(Rect& head)
    {
        const std::string word = m_ui.tr("common.undo");
        const float width = button_width(m_ui, word, undo_look);
        const Rect at = head.cut_right(width, 8);
        if (button(m_ui, WidgetId(m_id, "undo"), {at.x, at.y - 14, at.w, 64}, word, undo_look))
            m_touched.undo = true;
    }

    Ui& m_ui;
    WidgetId m_id;
    float m_width;
    TimelineLook m_look;
    TimelineTouch m_touched;
};

/// How much lower the area's top is where the line that it cuts is left out. `above`: what does not
/// fit, from the first row's top.
float cut_line(const std::vector<float>& heights, float above)
{
    float top = 0;
    for (const float height : heights) {
        if (above < top + height) {
            float line = top;
            for (float next = head_h; line < above && line < top + height - foot; next = text_line)
                line += next;
            return line < above ? top + height - above : line - above;
        }
        top += height;
    }
    return 0;
}

} // namespace

TimelineTouch draw_timeline(Ui& ui, const WidgetId& id, const Rect& whole_area,
    const std::vector<TimelineRow>& rows, const TimelineLook& look)
{
    TimelineDrawing drawing(ui, id, whole_area.w, look);
    float whole = 0;
    std::vector<float> heights;
    for (const TimelineRow& row : rows)
        whole += heights.emplace_back(drawing.height(row));
    const float content = whole - look.below;
    Rect area = whole_area;
    area.cut_bottom(ui.under_toast(area)); // What was just written stays in sight.
    if (content > area.h) // No line is cut in half where the newest one stands at the foot.
        area.cut_top(cut_line(heights, content - area.h));
    ScrollScope scroll(ui, id, area);
    if (look.to_end)
        ui.scrolls().to(id, content);
    // Few rows stand at the foot, above the composer, where the eye is.
    float y = content < area.h ? area.bottom() - content : scroll.top();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rect place {area.x, y, area.w, heights[i]};
        if (scroll.shows(place))
            drawing.draw(place, rows[i], i + 1 == rows.size());
        y += heights[i];
    }
    scroll.content(content);
    scroll.stay_at_end(); // The composer grows and shrinks, a toast comes and goes.
    return drawing.touched();
}

} // namespace chibo
