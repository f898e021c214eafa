#include "ui/screens/sign_sheet.h"

#include "record/pins.h"
#include "record/sealing_commands.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr Size sheet_size {928, 610};
constexpr float pad_height = 256;
constexpr float keypad_width = 372;
constexpr std::size_t shortest_code = 6;

struct StepLook {
    Icon icon {};
    bool done = false;
    bool now = false;
    std::string_view words;
    std::string_view advice;
};

/// A round mark, the step's name, a caption; gives how wide it was.
float draw_step(Ui& ui, const Rect& row, const StepLook& look)
{
    const Theme& theme = ui.theme();
    Rect rest = row;
    const Rect mark = rest.cut_left(40, 12).centred({40, 40});
    const Color fill = look.done ? theme.greens.solid : look.now ? theme.reds.tint : theme.sunk;
    const Color border = look.now ? theme.red : fill;
    box(ui, mark, {.fill = fill, .border = border, .stroke = stroke::button, .radius = 20});
    const Color ink = look.done ? theme.on_red : look.now ? theme.reds.ink : theme.ink2;
    icon(ui, mark, look.done ? icons::check : look.icon, look.done ? 28 : 24, ink);
    const float words = text(ui, rest, look.words,
        {.style = type::name.with_line(28), .color = look.now ? theme.reds.ink : theme.ink})
                            .w;
    rest.cut_left(words, 12);
    const Color advice = look.done ? theme.greens.ink : theme.ink2;
    return 40 + 12 + words + 12
        + text(ui, rest, look.advice, {.style = type::caption, .color = advice}).w;
}

} // namespace

std::string SignSheet::role_word(const Ui& ui) const
{
    return ui.tr(m_signer.role == SignRole::Chair ? "seal.chair" : "seal.clerk");
}

bool SignSheet::draw(Ui& ui, Commands& commands)
{
    take_answer();
    const bool entered = !m_code.empty() || !m_pad.empty();
    SheetScope sheet(ui, "sign", sheet_size, entered ? DimCloses::No : DimCloses::Yes);
    Rect rest = sheet.rect().inset({.top = 32, .right = 40, .bottom = 34, .left = 40});
    if (rest.w < 700)
        rest = sheet.rect().inset(16);
    Rect head = rest.cut_top(space::touch, 12);
    sheet.close_button(head, ui.tr("common.close"));
    head.cut_right(space::touch, 16);
    draw_head(ui, head);
    draw_steps(ui, rest.cut_top(space::touch, 8));
    draw_buttons(ui, rest.cut_bottom(button_xxl_height, 16), commands);
    if (m_step == Step::Code)
        draw_code(ui, rest, commands);
    else
        draw_pad(ui, rest);
    return !m_closed && !sheet.closed();
}

void SignSheet::draw_head(Ui& ui, const Rect& row)
{
    Rect rest = row;
    avatar(ui, rest.cut_left(64, 16), portrait(m_signer.name, m_signer.number));
    text(ui, rest.cut_top(40), kept_together(m_signer.name),
        {.style = type::title.with_line(40), .color = ui.theme().ink});
    const std::string line = ui.tr("sign.line",
        {{"role", role_word(ui)}, {"month", std::to_string(m_signer.day.month)},
            {"year", std::to_string(m_signer.day.year)}});
    text(ui, rest, line, {.style = type::caption.with_line(24), .color = ui.theme().ink2});
}

void SignSheet::draw_steps(Ui& ui, const Rect& row)
{
    const bool coded = m_step == Step::Pad;
    const bool slim = row.w < 600; // Room for the steps' names only.
    const std::string code = ui.tr("sign.step_code");
    const std::string pad = ui.tr("sign.step_pad");
    const std::string code_advice
        = slim ? std::string() : ui.tr(coded ? "sign.code_right" : "sign.code_advice");
    const std::string pad_advice = coded && row.w > 780 ? ui.tr("sign.pad_advice") : std::string();
    const float width = draw_step(ui, row,
        {.icon = icons::lock, .done = coded, .now = !coded, .words = code, .advice = code_advice});
    Rect rest = row;
    rest.cut_left(std::max(slim ? 0.0F : 272.0F, width), 16);
    if (!slim) {
        const Rect line = rest.cut_left(48, 16).centred({48, 2});
        fill(ui, line, coded ? ui.theme().greens.solid : ui.theme().line);
    }
    draw_step(ui, rest, {.icon = icons::draw, .now = coded, .words = pad, .advice = pad_advice});
}

void SignSheet::draw_code(Ui& ui, const Rect& rect, Commands& commands)
{
    Rect rest = rect;
    const Rect keys = rest.cut_right(std::min(keypad_width, rect.w * 0.5F), 24);
    if (m_signer.officer) {
        if (const auto touch = keypad(ui, "sign.keys", keys, {.keyboard_key = false})) {
            apply(*touch, m_code);
            m_refusal.reset();
        }
    }
    const std::string asked = ui.tr(m_signer.officer ? "sign.enter_code" : "sign.no_pin",
        {{"name", tied(short_name(m_signer.name))}});
    const float lines = measure(ui, asked, type::field, rest.w).h;
    text(ui, rest.cut_top(lines, 12), asked,
        {.style = type::field, .color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap});
    if (!m_signer.officer)
        return;
    if (!ui.focus().text())
        ui.focus().give("sign.code");
    const std::size_t before = m_code.size();
    const std::string placeholder = ui.tr("sign.code");
    const std::string clear = ui.tr("sign.clear");
    const bool entered = code_field(ui, "sign.code", rest.cut_top(64, 12), m_code,
        {.placeholder = placeholder, .clear = clear});
    if (m_code.size() != before)
        m_refusal.reset();
    if (entered && m_code.size() >= shortest_code)
        ask(commands);
    if (!m_refusal)
        return;
    Rect wrong = rest.cut_top(56);
    icon(ui, wrong.cut_left(28, 8).centred({28, 28}), icons::error, 28, ui.theme().reds.ink);
    text(ui, wrong, ui.tr(m_refusal->key, m_refusal->values),
        {.style = type::body.with_line(26), .color = ui.theme().reds.ink, .lines = Lines::Wrap});
}

void SignSheet::draw_pad(Ui& ui, Rect rest)
{
    const std::string words = ui.tr("sign.warning");
    const float warning_h = measure(ui, words, type::body, rest.w - 40).h;
    Rect pad = rest.cut_top(std::min(pad_height, rest.h - warning_h - 16), 16);
    Rect buttons = pad.cut_right(pad.w > 640 ? 176 : 120, 16);
    m_pad.draw(ui, pad, ui.tr("sign.hint"));
    const ButtonLook look {.icon = icons::undo,
        .icon_size = 36,
        .side = IconSide::Above,
        .style = type::label,
        .gap = 4};
    const auto cells = buttons.rows(2, 8);
    if (button(ui, "sign.undo_stroke", cells[0], ui.tr("sign.undo_stroke"), look))
        m_pad.undo_stroke();
    ButtonLook again = look;
    again.icon = icons::refresh;
    if (button(ui, "sign.again", cells[1], ui.tr("sign.again"), again))
        m_pad.clear();
    Rect warning = rest.cut_top(warning_h);
    icon(ui, warning.cut_left(28, 12), icons::error, 28, ui.theme().ambers.solid);
    text(ui, warning, words, {.color = ui.theme().ink, .lines = Lines::Wrap});
}

void SignSheet::draw_buttons(Ui& ui, Rect row, Commands& commands)
{
    const float later = row.w > 640 ? 272 : 160;
    if (button(ui, "sign.later", row.cut_left(later, 16), ui.tr("sign.later"),
            {.style = type::button_xxl}))
        m_closed = true;
    const bool coding = m_step == Step::Code;
    const bool works = coding ? m_code.size() >= shortest_code && !m_answer : !m_pad.empty();
    const ButtonLook look {.kind = kind_if(works),
        .icon = coding ? icons::arrow_forward : icons::draw,
        .icon_size = 36,
        .style = type::button_xxl};
    if (!button(ui, "sign.go", row, ui.tr(coding ? "sign.next" : "sign.sign"), look))
        return;
    if (coding)
        ask(commands);
    else
        sign(commands);
}

/// The record is written where a try is wrong, so the check runs after the frame.
void SignSheet::ask(Commands& commands)
{
    m_answer = std::make_shared<Answer>();
    commands.push_local(
        [answer = m_answer, officer = *m_signer.officer, code = m_code](Record& record) {
            const auto checked = check_pin(record, officer, code);
            answer->given = true;
            if (!checked)
                answer->refusal = checked.error();
        });
}

void SignSheet::take_answer()
{
    if (!m_answer || !m_answer->given)
        return;
    m_refusal = m_answer->refusal;
    m_answer.reset();
    m_code.clear();
    if (!m_refusal)
        m_step = Step::Pad;
}

void SignSheet::sign(Commands& commands)
{
    const auto bytes = stroke_bytes(m_pad.strokes());
    After after;
    after.toast = Told {"seal.signed_told", {{"name", kept_together(m_signer.name)}}, 0};
    after.actor = Actor {m_signer.member, std::string(word(m_signer.role))};
    commands.push(sign_minutes(m_signer.meeting, m_signer.role, m_signer.member,
                      std::string(bytes.begin(), bytes.end())),
        std::move(after));
    m_closed = true;
}

} // namespace chibo
