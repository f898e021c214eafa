#include "documents/minutes_paper.h"

#include <algorithm>

#include <fmt/format.h>

#include "documents/flow.h"
#include "documents/minutes_body.h"

namespace chibo {
namespace {

PaperPart centred(const MinutesTemplate& form, const std::string& element, Run run)
{
    return {.paragraph = {.runs = {std::move(run)},
                .size = form.size(element),
                .align = ParagraphAlign::Centred,
                .line_spacing = form.line_spacing}};
}

/// Party heading right with its rule, the issuing body left with its asterisk.
void add_head(Flow& flow, const MinutesPaper& paper, const MinutesTemplate& form)
{
    const double width = flow.setup().text_width();
    std::vector<PaperPart> party {centred(form, "party", {form.text("party"), FontWeight::Bold}),
        {.kind = PaperPart::Kind::Rule, .size = form.rule_pt}};
    double right = flow.width_of(party.front().paragraph);
    if (form.place_date_line) {
        const std::string date = long_date(form, date_of(paper.start_ms));
        party.push_back(centred(form, "place_date",
            {paper.town.empty() ? date
                                : form.text("place_date", {{"place", paper.town}, {"date", date}}),
                FontWeight::Regular, FontSlant::Italic}));
        right = std::max(right, flow.width_of(party.back().paragraph));
    }
    right = std::min(right + 1, width * 0.6);
    std::vector<PaperPart> body {centred(form, "parent", {paper.parent_line}),
        centred(form, "cell", {paper.cell_line, FontWeight::Bold}), centred(form, "cell", {"*"})};
    if (form.number_line && !paper.number.empty())
        body.push_back(centred(form, "number", {form.text("number", {{"number", paper.number}})}));
    const double left = width - right - form.columns_pt;
    flow.add_columns(
        {{0, left, std::move(body)}, {width - right, right, std::move(party)}}, 0, Keep::WithNext);
}

void add_title(Flow& flow, const MinutesPaper& paper, const MinutesTemplate& form)
{
    const auto line = [&](const std::string& element, const std::string& text, FontWeight weight,
                          double before) {
        flow.add({.runs = {{text, weight}},
            .size = form.size(element),
            .align = ParagraphAlign::Centred,
            .space_before = before,
            .line_spacing = form.line_spacing,
            .keep = Keep::WithNext});
    };
    line("title", form.text("title"), FontWeight::Bold, 2 * form.heading_pt);
    line("summary", paper.summary, FontWeight::Bold, 0);
    line("summary", form.text("title_mark"), FontWeight::Regular, 0);
}

PaperPart gap(double height)
{
    return {.kind = PaperPart::Kind::Signature, .size = height};
}

std::vector<PaperPart> signer(
    const MinutesTemplate& form, const std::string& title, const PaperSignature& signature)
{
    std::vector<PaperPart> parts {centred(form, "signer", {form.text(title), FontWeight::Bold}),
        centred(form, "small", {form.text("sign_here"), FontWeight::Regular, FontSlant::Italic}),
        gap(4)};
    parts.push_back({.kind = PaperPart::Kind::Signature,
        .size = form.signature_pt,
        .strokes = signature.strokes.value_or(Strokes {})});
    parts.push_back(gap(4));
    parts.push_back(centred(form, "signer", {signature.name, FontWeight::Bold}));
    return parts;
}

/// Clerk left, chair right; both stay with the last lines above them.
void add_signatures(Flow& flow, const MinutesPaper& paper, const MinutesTemplate& form)
{
    const double half = flow.setup().text_width() / 2;
    flow.add_columns({{0, half, signer(form, "clerk_title", paper.clerk_signature)},
                         {half, half, signer(form, "chair_title", paper.chair_signature)}},
        2 * form.heading_pt, paper.seal ? Keep::WithNext : Keep::No);
}

/// The hash in groups that a person can compare with the screen's.
std::string grouped(const std::string& code)
{
    const std::string hash = code.substr(code.rfind(':') + 1);
    std::string text;
    for (std::size_t i = 0; i < hash.size(); i += 8)
        text += (i == 0 ? "" : i % 32 == 0 ? "\n" : " ") + hash.substr(i, 8);
    return text;
}

void add_seal(Flow& flow, const MinutesPaper& paper, const MinutesTemplate& form)
{
    if (!paper.seal)
        return;
    const std::string sealed = form.text(
        "code", {{"time", hm(paper.seal->at_ms)}, {"date", dmy(date_of(paper.seal->at_ms))}});
    const Paragraph text {.runs = {{sealed + "\n" + grouped(paper.seal->code)}},
        .size = form.size("code"),
        .align = ParagraphAlign::Left,
        .line_spacing = form.line_spacing};
    const double x = form.code_pt + 2 * form.columns_pt;
    const double lines = 4 * form.size("code") * 1.15 * form.line_spacing;
    flow.add_columns(
        {{0, form.code_pt,
             {{.kind = PaperPart::Kind::Code, .size = form.code_pt, .code = paper.seal->code}}},
            {x, flow.setup().text_width() - x,
                {gap((form.code_pt - lines) / 2), {.paragraph = text}}}},
        2 * form.heading_pt, Keep::No);
}

void add_amendments(Flow& flow, const MinutesPaper& paper, const MinutesTemplate& form)
{
    if (paper.amendments.empty())
        return;
    flow.add({.runs = {{form.text("amendments"), FontWeight::Bold}},
        .size = form.size("heading"),
        .align = ParagraphAlign::Centred,
        .space_before = 3 * form.heading_pt,
        .line_spacing = form.line_spacing,
        .keep = Keep::WithNext});
    PaperWriter writer(flow, form);
    for (const PaperAmendment& amendment : paper.amendments) {
        writer.body(form.text("amendment",
            {{"time", hm(amendment.at_ms)}, {"date", dmy(date_of(amendment.at_ms))},
                {"name", amendment.author}, {"text", amendment.text}}));
        if (!amendment.reason.empty())
            writer.body(form.text("amendment_reason", {{"reason", unfinished(amendment.reason)}}));
    }
}

void set_draft_mark(Flow& flow, const MinutesPaper& paper, const MinutesTemplate& form)
{
    if (paper.seal || !form.draft_mark)
        return;
    flow.set_foot({.runs = {{form.text("draft"), FontWeight::Regular, FontSlant::Italic}},
        .size = form.size("small"),
        .align = ParagraphAlign::Centred});
}

PaperInfo info(const MinutesPaper& paper, const MinutesTemplate& form)
{
    return {.title = form.text("document_title", {{"summary", paper.summary}}),
        .author = paper.cell_line,
        .keywords = paper.seal ? paper.seal->code : std::string(),
        .created_ms = paper.seal ? paper.seal->at_ms : paper.end_ms.value_or(paper.start_ms)};
}

} // namespace

Pages lay_out(const MinutesPaper& paper, const MinutesTemplate& form)
{
    Flow flow(form.page);
    add_head(flow, paper, form);
    add_title(flow, paper, form);
    PaperWriter writer(flow, form);
    write_participants(writer, paper);
    if (form.arrangement == Arrangement::Items)
        write_items(writer, paper);
    else
        write_sections(writer, paper);
    write_quality(writer, paper);
    write_closing(writer, paper);
    add_signatures(flow, paper, form);
    add_seal(flow, paper, form);
    add_amendments(flow, paper, form);
    set_draft_mark(flow, paper, form);
    return flow.pages(info(paper, form));
}

std::string seal_code(const std::string& meeting, std::span<const std::uint8_t> hash)
{
    std::string code = "chibo:1:" + meeting + ":";
    for (const std::uint8_t byte : hash)
        code += fmt::format("{:02x}", byte);
    return code;
}

} // namespace chibo
