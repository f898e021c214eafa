// Tự phê bình và phê bình: what was said of the person, and how it was taken.
#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/screens/critique_screen.h"
#include "ui/screens/critique_words.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/touch.h"
#include "ui/widgets/chip.h"

namespace chibo {

namespace {

constexpr float time_w = 56;
constexpr float gap = 16;
constexpr float dot = 36;
constexpr float head_h = 36;
constexpr float foot = 12; // Between remarks.
constexpr float text_x = time_w + gap + dot + gap;
constexpr float chip_h = 32;
constexpr float widest_text = 900;
constexpr TextStyle time_style {20, 36, Weight::Regular};

/// What the person answered, below the remark.
std::string answer_below(const Ui& ui, const Remark& remark)
{
    if (!remark.answer || remark.answer->text.empty())
        return {};
    return ui.tr("critique.answered", {{"text", remark.answer->text}});
}

} // namespace

float CritiqueScreen::remark_height(Ui& ui, float width, const Remark& remark) const
{
    const float room = std::min(width - text_x, widest_text);
    float height = head_h + foot + measure(ui, tied(remark.text), type::body, room).h;
    if (const std::string below = answer_below(ui, remark); !below.empty())
        height += measure(ui, tied(below), type::body, room).h;
    return height;
}

void CritiqueScreen::draw_timeline(Ui& ui, const Rect& area)
{
    if (area.h < 40)
        return;
    if (m_turn.remarks.empty()) {
        const CritiquePerson* who = shown();
        const std::string words = who == nullptr ? ui.tr("critique.call_somebody")
            : who->present || who->order > 0
            ? ui.tr("critique.nothing_yet", {{"name", split_name(who->name).given}})
            : ui.tr("critique.absent_advice", {{"name", split_name(who->name).given}});
        text(ui, area.inset({.top = 8}), words,
            {.style = type::body,
                .color = ui.theme().ink2,
                .place = Place::Top,
                .lines = Lines::Wrap});
        return;
    }
    ScrollScope scroll(ui, "critique.timeline", area);
    const float height = draw_remarks(ui, scroll.rect(), &scroll);
    scroll.content(height);
    scroll.stay_at_end();
    const CritiquePerson* who = shown();
    const auto of = who ? std::optional(who->member) : std::nullopt;
    if (m_turn.remarks.size() > m_remarks_shown || m_remarks_of != of)
        ui.scrolls().to("critique.timeline", height);
    m_remarks_shown = m_turn.remarks.size();
    m_remarks_of = of;
}

float CritiqueScreen::draw_remarks(Ui& ui, Rect rest, const ScrollScope* view)
{
    const float top = rest.y;
    for (std::size_t i = 0; i < m_turn.remarks.size(); ++i) {
        const Remark& remark = m_turn.remarks[i];
        const Rect place = rest.cut_top(remark_height(ui, rest.w, remark));
        if (!view || view->shows(place))
            draw_remark(ui, place, remark, i + 1 == m_turn.remarks.size());
    }
    return rest.y - top;
}

void CritiqueScreen::draw_remark(Ui& ui, const Rect& place, const Remark& remark, bool last)
{
    const Theme& theme = ui.theme();
    const CritiqueLook kind = remark_look(ui, *m_rules, remark.kind);
    const bool own = remark.kind == m_rules->self.id;
    fill(ui, {place.x + 89, place.y + dot, 2, place.h - dot + (last ? 40.0F : 0.0F)}, theme.line);
    const std::string when = remark.carried_from ? dm(*remark.carried_from) : hm(remark.at_ms);
    text(ui, {place.x, place.y, time_w + 4, head_h}, when,
        {.style = time_style, .color = theme.ink2, .digits = Digits::Tabular});
    const Rect body {place.x + text_x, place.y, place.w - text_x, place.h - foot};
    const Press pressed = press(ui, {"critique.remark", remark.id.uuid},
        {body.x - 8, body.y - foot / 2, body.w + 8, place.h}, remark.text);
    if (pressed.down || m_composing.edited == remark.id)
        fill(ui, {body.x - 8, body.y - foot / 2, body.w + 8, place.h},
            pressed.down ? theme.sunk : theme.mark.with_alpha(0.5F), radius::button);
    if (pressed && writes() && !own) {
        const CritiquePerson* who = shown();
        m_remark_sheet.emplace(remark, who ? who->name : std::string(), *m_rules);
    } else if (pressed && writes()) {
        m_composing = {.kind = remark.kind, .from = remark.from, .edited = remark.id};
        m_editor.buffer().set_text(remark.text);
        ui.focus().give("critique.text");
    }
    const Rect circle {place.x + time_w + gap, place.y, dot, dot};
    const Family& family = theme.family(own ? Tone::Gold : Tone::Neutral);
    disc(ui, circle.centre(), dot / 2, family.tint);
    icon(ui, circle, kind.icon, 22, family.ink);
    Rect head {body.x, body.y, body.w, head_h};
    const auto add_chip = [&](const std::string& words, const ChipLook& look) {
        const Rect at = head.cut_right(chip_width(ui, words, look), 12);
        chip(ui, {at.x, at.y + (head_h - chip_h) / 2}, words, look);
    };
    if (remark.answer) {
        const CritiqueLook answer = answer_look(ui, *m_rules, remark.answer->kind);
        add_chip(answer.words, {.tone = answer.tone, .icon = answer.icon, .height = chip_h});
    } else if (remark.to_absent) {
        add_chip(ui.tr(remark.carried_from ? "critique.waits_since" : "critique.waits_for_answer"),
            {.tone = Tone::Amber, .icon = icons::schedule, .height = chip_h});
    }
    const float kind_w = chip_width(ui, kind.words, {.height = chip_h});
    const float name_w
        = std::min(text_width(ui, remark.from_name, type::label), head.w - kind_w - 12);
    text(ui, {head.x, head.y, name_w + 1, head.h}, remark.from_name,
        {.style = type::label, .color = theme.ink});
    chip(
        ui, {head.x + name_w + 12, head.y + (head_h - chip_h) / 2}, kind.words, {.height = chip_h});
    Rect words {body.x, body.y + head_h, std::min(body.w, widest_text), body.h - head_h};
    const TextExtent drawn = text(ui, words, tied(remark.text),
        {.style = type::body, .color = theme.ink, .place = Place::Top, .lines = Lines::Wrap});
    words.cut_top(drawn.h);
    if (const std::string below = answer_below(ui, remark); !below.empty())
        text(ui, words, tied(below),
            {.style = type::body, .color = theme.ink2, .place = Place::Top, .lines = Lines::Wrap});
}

} // namespace chibo
