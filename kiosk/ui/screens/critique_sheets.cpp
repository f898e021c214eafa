#include "ui/screens/critique_sheets.h"

#include <utility>

#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/screens/critique_words.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

constexpr float editor_h = 96;

bool blank(const std::string& text)
{
    return text.find_first_not_of(" \n\t") == std::string::npos;
}

} // namespace

RemarkSheet::RemarkSheet(Remark remark, std::string about_name, const CritiqueRules& rules) :
    m_remark(std::move(remark)), m_about(std::move(about_name)), m_rules(rules)
{
    if (m_remark.answer) {
        m_kind = m_remark.answer->kind;
        m_text.buffer().set_text(m_remark.answer->text);
    }
}

std::string RemarkSheet::words()
{
    m_text.buffer().settle();
    return m_text.buffer().text();
}

void RemarkSheet::draw(Ui& ui)
{
    const bool narrow = ui.screen().w < 900;
    SheetScope sheet(ui, "critique.remark_sheet", {880, narrow ? 700.0F : 560.0F},
        m_kind.empty() ? DimCloses::Yes : DimCloses::No);
    Rect rest = sheet.inside();
    sheet.close_button(rest, ui.tr("common.close"));
    draw_buttons(ui, rest.cut_bottom(button_xl_height, 20));
    ScrollScope page(ui, "critique.remark_sheet.page", rest);
    Rect body = page.rect();
    const CritiqueLook kind = remark_look(ui, m_rules, m_remark.kind);
    Rect head = body.cut_top(64, 8).inset({.right = 72});
    avatar(ui, head.cut_left(56, 16).centred({56, 56}),
        portrait(m_remark.from_name, m_remark.from_number));
    text(ui, head.centred({head.w, 56}).cut_top(30), m_remark.from_name,
        {.style = type::name, .color = ui.theme().ink});
    Rect second = head.centred({head.w, 56});
    second.cut_top(30);
    text(ui, second, ui.tr("critique.to", {{"kind", kind.words}, {"name", m_about}}),
        {.style = type::caption, .color = ui.theme().ink2});
    const TextExtent words = text(ui, body, tied(m_remark.text),
        {.style = type::body,
            .color = ui.theme().ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = 6});
    body.cut_top(words.h, 20);
    text(ui, body.cut_top(28, 8), ui.tr("critique.answer_of", {{"name", short_name(m_about)}}),
        {.style = type::label, .color = ui.theme().ink});
    const float kinds_h = narrow ? 2 * 64 + 8 : 64;
    draw_kinds(ui, body.cut_top(kinds_h, 12));
    m_text.draw(ui, "critique.answer_text", body.cut_top(editor_h, 8),
        {.style = type::body,
            .placeholder = ui.tr("critique.answer_words"),
            .spoken = ui.tr("critique.answer_words")});
    page.content(body.y - page.top());
    m_closed = m_closed || sheet.closed();
}

void RemarkSheet::draw_kinds(Ui& ui, const Rect& rect)
{
    const auto rows = rect.rows(rect.h > 64 ? 2 : 1, 8);
    const int columns = static_cast<int>((m_rules.answers.size() + rows.size() - 1) / rows.size());
    for (std::size_t i = 0; i < m_rules.answers.size(); ++i) {
        const CritiqueKind& kind = m_rules.answers[i];
        const auto cells = rows[i / static_cast<std::size_t>(columns)].columns(columns, 8);
        if (picker(ui, {"critique.answer_kind", i}, cells[i % static_cast<std::size_t>(columns)],
                label_of(ui, kind.label),
                {.chosen = m_kind == kind.id,
                    .icon = icon_named(kind.icon),
                    .padding = 4,
                    .strong = true}))
            m_kind = kind.id;
    }
}

void RemarkSheet::draw_buttons(Ui& ui, Rect row)
{
    const ButtonLook quiet {.style = type::label, .gap = 8};
    if (!m_only_answers) {
        ButtonLook look = quiet;
        look.icon = icons::edit;
        if (button(ui, "critique.edit_remark", row.cut_left(112, 8), ui.tr("critique.edit"), look))
            m_wish = Wish::Edit, m_closed = true;
        look.icon = icons::trash;
        look.kind = ButtonKind::Caution;
        if (button(ui, "critique.remove_remark", row.cut_left(112, 16), ui.tr("critique.remove"),
                look))
            m_wish = Wish::Remove, m_closed = true;
    }
    const bool ready = !m_kind.empty();
    if (button(ui, "critique.record_answer", row, ui.tr("critique.record_answer"),
            {.kind = kind_if(ready), .icon = icons::check_circle, .style = type::button_xl}))
        m_wish = Wish::Answer, m_closed = true;
}

WordsSheet::WordsSheet(Look look, const std::string& words) : m_look(std::move(look))
{
    m_text.buffer().set_text(words);
}

void WordsSheet::draw(Ui& ui)
{
    const TextExtent advice
        = measure(ui, m_look.advice, type::body, std::min(720.0F, ui.screen().w - 16) - 82);
    SheetScope sheet(
        ui, m_look.id, {720, 32 + 64 + 8 + advice.h + 16 + 160 + 20 + 72 + 32}, DimCloses::No);
    Rect rest = sheet.inside();
    sheet.close_button(rest, ui.tr("common.close"));
    text(ui, rest.cut_top(64, 8).inset({.right = 72}), m_look.title,
        {.style = type::heading, .color = ui.theme().ink});
    text(ui, rest.cut_top(advice.h, 16), m_look.advice,
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    const Rect buttons = rest.cut_bottom(button_xl_height, 20);
    m_text.draw(ui, WidgetId(WidgetId(m_look.id), "text"), rest,
        {.style = type::body, .placeholder = m_look.placeholder, .spoken = m_look.placeholder});
    if (std::exchange(m_focus_asked, false))
        ui.focus().give(WidgetId(WidgetId(m_look.id), "text"));
    const bool ready = m_look.may_be_empty || !blank(m_text.buffer().text());
    if (button(ui, WidgetId(WidgetId(m_look.id), "go"), buttons, m_look.go,
            {.kind = kind_if(ready), .icon = icons::check_circle, .style = type::button_xl})) {
        m_text.buffer().settle();
        m_words = m_text.buffer().text();
        m_closed = true;
    }
    m_closed = m_closed || sheet.closed();
}

} // namespace chibo
