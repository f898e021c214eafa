#include "documents/flow.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "documents/drawn_pages.h"
#include "documents/qr.h"

namespace chibo {
namespace {

double points(int pango_units)
{
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

int pango_units(double points)
{
    return static_cast<int>(std::lround(points * PANGO_SCALE));
}

/// What cannot be parted: a line of text, or columns.
struct Row {
    double space_before = 0;
    double height = 0;
    std::vector<PaperMark> marks; // From the left margin and the row's top.
    bool may_end_page = true;
};

void move(PaperMark& mark, double dx, double dy)
{
    std::visit([&](auto& any) { any.x += dx, any.y += dy; }, mark);
}

void add_attribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to)
{
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

constexpr std::string_view no_break_space = "\u00A0";

/// Papers hold plain spaces only, so that a name is found by a reader's search; a no-break space
/// becomes one at which no line may end.
void append_run(std::string& text, PangoAttrList* list, const std::string& run)
{
    for (std::size_t at = 0; at < run.size();) {
        if (std::string_view(run).substr(at, no_break_space.size()) != no_break_space) {
            text += run[at++];
            continue;
        }
        const std::size_t space = text.size();
        text += ' ';
        at += no_break_space.size();
        add_attribute(
            list, pango_attr_allow_breaks_new(FALSE), space == 0 ? 0 : space - 1, space + 2);
    }
}

void set_runs(PangoLayout* layout, const std::vector<Run>& runs)
{
    std::string text;
    PangoAttrList* list = pango_attr_list_new();
    for (const Run& run : runs) {
        const std::size_t from = text.size();
        append_run(text, list, run.text);
        if (run.weight == FontWeight::Bold)
            add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
        if (run.slant == FontSlant::Italic)
            add_attribute(list, pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
    }
    // A word longer than a line is broken where it must, without a hyphen that nobody wrote.
    add_attribute(list, pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
    pango_layout_set_text(layout, valid.get(), -1);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

/// Lengths that do not depend on the device: the same lines end at the same words on screen and on
/// paper.
std::unique_ptr<PangoContext, Unref> exact_context(PangoFontMap* fonts)
{
    std::unique_ptr<PangoContext, Unref> context(pango_font_map_create_context(fonts));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context.get(), 72); // One unit is one point.
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string("vi"));
    return context;
}

PangoAlignment alignment(ParagraphAlign align)
{
    return align == ParagraphAlign::Centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

std::shared_ptr<PangoFontMap> new_font_map()
{
    return {pango_cairo_font_map_new(), Unref {}};
}

/// Lines of a paragraph, each from the left margin and its own top.
std::vector<Row> rows_of(const LayoutPtr& layout)
{
    std::vector<Row> rows;
    PangoLayoutIter* iter = pango_layout_get_iter(layout.get());
    int line = 0;
    do {
        int top = 0;
        int bottom = 0;
        PangoRectangle logical;
        pango_layout_iter_get_line_yrange(iter, &top, &bottom);
        pango_layout_iter_get_line_extents(iter, nullptr, &logical);
        const double baseline = points(pango_layout_iter_get_baseline(iter) - top);
        rows.push_back({.height = points(bottom - top),
            .marks = {TextMark {layout, line++, points(logical.x), baseline}}});
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
    return rows;
}

/// The words' own left and right edge on the layout's last line.
std::pair<double, double> ink_of_last_line(PangoLayout* layout)
{
    PangoRectangle logical;
    PangoLayoutIter* iter = pango_layout_get_iter(layout);
    while (pango_layout_iter_next_line(iter)) {}
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    pango_layout_iter_free(iter);
    return {points(logical.x), points(logical.width)};
}

/// Two lines of a paragraph stay together at a page's foot and at its head.
void forbid_lonely_lines(std::vector<Row>& rows)
{
    const std::size_t count = rows.size();
    for (std::size_t i = 0; i + 1 < count; ++i)
        rows[i].may_end_page = i >= 1 && count - i - 1 >= 2;
}

/// FNV-1a over what is drawn and where.
class Fingerprint {
public:
    void add(const TextMark& text)
    {
        add_place(text.x, text.y);
        add_value(static_cast<std::uint64_t>(text.line));
        for (const char* letter = pango_layout_get_text(text.layout.get()); *letter != '\0';
            ++letter)
            add_value(static_cast<unsigned char>(*letter));
    }
    void add(const RuleMark& rule)
    {
        add_place(rule.x, rule.y), add_place(rule.width, rule.thickness);
    }
    void add(const StrokesMark& mark)
    {
        add_place(mark.x, mark.y);
        for (const Stroke& stroke : mark.strokes.strokes) {
            for (const StrokePoint& point : stroke)
                add_place(point.x, point.y);
        }
    }
    void add(const CodeMark& code)
    {
        add_place(code.x, code.y);
        for (const auto& row : code.modules) {
            for (const bool module : row)
                add_value(module);
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_value; }

private:
    void add_value(std::uint64_t value) { m_value = (m_value ^ value) * 0x100000001B3U; }
    void add_place(double x, double y)
    {
        add_value(static_cast<std::uint64_t>(x * 64));
        add_value(static_cast<std::uint64_t>(y * 64));
    }

    std::uint64_t m_value = 0xCBF29CE484222325U;
};

std::uint64_t fingerprint(const std::vector<DrawnPage>& pages)
{
    Fingerprint print;
    for (const DrawnPage& page : pages) {
        for (const PaperMark& mark : page.marks)
            std::visit([&](const auto& any) { print.add(any); }, mark);
    }
    return print.value();
}

} // namespace

struct Flow::Parts {
    PageSetup setup;
    std::shared_ptr<PangoFontMap> fonts = new_font_map();
    std::unique_ptr<PangoContext, Unref> context = exact_context(fonts.get());
    std::vector<Row> rows {};
    std::optional<Paragraph> foot {};

    LayoutPtr layout(const Paragraph& paragraph, double width) const
    {
        LayoutPtr layout(pango_layout_new(context.get()), Unref {});
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, setup.family.c_str());
        pango_font_description_set_size(font, pango_units(paragraph.size));
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        if (width > 0)
            pango_layout_set_width(layout.get(), pango_units(width));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_justify(layout.get(), paragraph.align == ParagraphAlign::Justified);
        pango_layout_set_alignment(layout.get(), alignment(paragraph.align));
        pango_layout_set_indent(layout.get(), pango_units(paragraph.first_line));
        pango_layout_set_line_spacing(layout.get(), static_cast<float>(paragraph.line_spacing));
        set_runs(layout.get(), paragraph.runs);
        return layout;
    }

    double add_text(Row& row, const PaperColumn& column, const Paragraph& paragraph, double y) const
    {
        y += y > 0 ? paragraph.space_before : 0;
        for (Row& line : rows_of(layout(paragraph, column.width))) {
            move(line.marks.front(), column.x, y);
            row.marks.push_back(std::move(line.marks.front()));
            y += line.height;
        }
        return y;
    }

    double add_part(Row& row, const PaperColumn& column, const PaperPart& part, double y) const
    {
        switch (part.kind) {
        case PaperPart::Kind::Text:
            return add_text(row, column, part.paragraph, y);
        case PaperPart::Kind::Rule: {
            const auto& text = std::get<TextMark>(row.marks.back());
            const auto [x, width] = ink_of_last_line(text.layout.get());
            row.marks.push_back(RuleMark {column.x + x, y + 1, width, part.size});
            return y + 1 + part.size + 2;
        }
        case PaperPart::Kind::Signature:
            if (!part.strokes.empty())
                row.marks.push_back(
                    StrokesMark {column.x, y, column.width, part.size, part.strokes});
            return y + part.size;
        case PaperPart::Kind::Code:
            row.marks.push_back(CodeMark {column.x, y, part.size, qr_modules(part.code)});
            return y + part.size;
        }
        return y;
    }

    /// Left and right margin exchange on the reverse side.
    double left_of(std::size_t page) const
    {
        return setup.mirrored && page % 2 == 1 ? setup.right : setup.left;
    }

    void add_line(DrawnPage& page, const Paragraph& paragraph, double left, double top) const
    {
        for (Row& row : rows_of(layout(paragraph, setup.text_width()))) {
            move(row.marks.front(), left, top);
            page.marks.push_back(std::move(row.marks.front()));
            top += row.height;
        }
    }

    void add_furniture(DrawnPage& page, std::size_t number) const
    {
        const double left = left_of(number);
        if (number > 0) {
            const Paragraph text {.runs = {{std::to_string(number + 1)}},
                .size = setup.number_size,
                .align = ParagraphAlign::Centred};
            add_line(page, text, left, setup.number_from_edge);
        }
        if (foot)
            add_line(page, *foot, left, setup.height - setup.bottom + foot->size / 2);
    }

    void place(DrawnPages& drawn, std::size_t from, std::size_t to) const
    {
        DrawnPage page;
        double y = setup.top;
        for (std::size_t i = from; i < to; ++i) {
            y += i > from ? rows[i].space_before : 0;
            for (PaperMark mark : rows[i].marks) {
                move(mark, left_of(drawn.pages.size()), y);
                page.marks.push_back(std::move(mark));
            }
            y += rows[i].height;
        }
        add_furniture(page, drawn.pages.size());
        drawn.pages.push_back(std::move(page));
    }

    /// The first row of the next page: as many rows as fit, back to where a page may end.
    std::size_t page_end(std::size_t from) const
    {
        const double room = setup.height - setup.top - setup.bottom;
        double used = 0;
        std::size_t end = from;
        std::size_t allowed = from;
        for (; end < rows.size(); ++end) {
            used += (end > from ? rows[end].space_before : 0) + rows[end].height;
            if (used > room && end > from)
                break;
            if (rows[end].may_end_page)
                allowed = end + 1;
        }
        return end == rows.size() ? end : allowed > from ? allowed : end;
    }
};

Flow::Flow(PageSetup setup) : m_parts(std::make_unique<Parts>(Parts {.setup = std::move(setup)})) {}

Flow::~Flow() = default;

void Flow::add(const Paragraph& paragraph)
{
    std::vector<Row> rows = rows_of(m_parts->layout(paragraph, m_parts->setup.text_width()));
    forbid_lonely_lines(rows);
    rows.front().space_before = paragraph.space_before;
    rows.back().may_end_page = paragraph.keep == Keep::No;
    std::move(rows.begin(), rows.end(), std::back_inserter(m_parts->rows));
}

void Flow::add_columns(const std::vector<PaperColumn>& columns, double space_before, Keep keep)
{
    Row row {.space_before = space_before, .marks = {}, .may_end_page = keep == Keep::No};
    for (const PaperColumn& column : columns) {
        double y = 0;
        for (const PaperPart& part : column.parts)
            y = m_parts->add_part(row, column, part, y);
        row.height = std::max(row.height, y);
    }
    m_parts->rows.push_back(std::move(row));
}

void Flow::set_foot(const Paragraph& paragraph)
{
    m_parts->foot = paragraph;
}

double Flow::width_of(const Paragraph& paragraph) const
{
    PangoRectangle logical;
    pango_layout_get_extents(m_parts->layout(paragraph, 0).get(), nullptr, &logical);
    return points(logical.width);
}

const PageSetup& Flow::setup() const
{
    return m_parts->setup;
}

Pages Flow::pages(PaperInfo info)
{
    auto drawn = std::make_shared<DrawnPages>();
    drawn->width = m_parts->setup.width;
    drawn->height = m_parts->setup.height;
    drawn->info = std::move(info);
    std::size_t from = 0;
    do {
        const std::size_t end = m_parts->page_end(from);
        m_parts->place(*drawn, from, end);
        from = end;
    } while (from < m_parts->rows.size());
    drawn->fingerprint = fingerprint(drawn->pages);
    return Pages(std::move(drawn));
}

} // namespace chibo
