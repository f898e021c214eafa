// The two signature cards of Ký và khóa.
#include "ui/screens/seal_screen.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/signature_pad.h"

namespace chibo {
namespace {

struct State {
    const char* words = "seal.unsigned";
    ChipLook look {};
    std::string figures;
};

State state_of(const std::optional<Signature>& signature, bool waits)
{
    if (!signature)
        return {"seal.unsigned", {.tone = waits ? Tone::Amber : Tone::Neutral, .icon = icons::draw},
            {}};
    if (!signature->valid)
        return {"seal.void", {.tone = Tone::Red, .icon = icons::report_problem}, {}};
    return {"seal.signed", {.tone = Tone::Green, .icon = icons::check_circle},
        hm(signature->signed_at_ms)};
}

Strokes strokes_of(const Signature& signature)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(signature.strokes.data());
    return trimmed(parse_strokes({bytes, signature.strokes.size()}).value_or(Strokes {}));
}

} // namespace

void SealScreen::draw_signer(Ui& ui, const Rect& rect, SignRole role)
{
    const Theme& theme = ui.theme();
    const Rect inside = card(ui, rect).inset({.top = 1, .right = 21, .bottom = 1, .left = 21});
    const auto& signer = m_signers[role == SignRole::Chair ? 0 : 1];
    const bool waits = m_state.ready_to_sign && !sealed() && signer;
    State state = state_of(signature(role), waits);
    state.look.figures = {};
    Rect head = inside;
    head.h = 56;
    const std::string title = ui.tr(role == SignRole::Chair ? "seal.chair" : "seal.clerk");
    std::string words = ui.tr(state.words);
    const float room = head.w - text_width(ui, title, type::name) - 4;
    if (!state.figures.empty() && chip_width(ui, words + " " + state.figures, state.look) <= room)
        words += " " + state.figures;
    const Rect at = head.cut_right(chip_width(ui, words, state.look), 4);
    const bool fits = text_width(ui, title, type::name) <= head.w;
    text(ui, head, title, {.style = fits ? type::name : type::caption_bold, .color = theme.ink});
    chip(ui, {at.x, at.y + 10}, words, state.look);

    // The lower edge holds the name; the act above it grows with the card.
    Rect rest = inside;
    Rect who = rest.cut_bottom(85);
    rule(ui, {who.x, who.y}, who.w, theme.line, 2);
    who.cut_top(11);
    text(ui, who.cut_top(28), signer ? kept_together(signer->name) : ui.tr("seal.nobody"),
        {.style = type::label, .color = theme.ink});
    text(ui, who.cut_top(26), ui.tr("seal.how_signed"),
        {.style = type::caption, .color = theme.ink2});
    rest.cut_top(72);
    if (is_signed(role))
        draw_strokes(ui, rest.inset({.bottom = 8}), strokes_of(*signature(role)), theme.signature);
    else if (signer && !sealed())
        draw_sign_button(ui, rest, role);
}

void SealScreen::draw_sign_button(Ui& ui, const Rect& act, SignRole role)
{
    const bool ready = m_state.ready_to_sign;
    // One red thing: the chair signs first.
    const bool next = role == SignRole::Chair || is_signed(SignRole::Chair);
    const std::string words
        = ui.tr(role == SignRole::Chair ? "seal.chair_signs" : "seal.clerk_signs");
    Rect rest = act;
    const auto& old = signature(role);
    const bool is_void = old && !old->valid;
    const bool tall = ready && !is_void;
    const Rect at = rest.cut_top(tall ? 96 : 72, tall ? 8 : 6);
    const ButtonLook look {.kind = !ready ? ButtonKind::Off
            : next                        ? ButtonKind::Primary
                                          : ButtonKind::Secondary,
        .icon = icons::draw,
        .icon_size = tall ? 36.0F : 32.0F,
        .style = tall ? type::button_xxl : type::button_xl};
    const WidgetId id = role == SignRole::Chair ? "seal.chair_signs" : "seal.clerk_signs";
    if (button(ui, id, at, words, look) && ready)
        m_sign.emplace(*m_signers[role == SignRole::Chair ? 0 : 1]);
    const std::string count = std::to_string(m_state.checks.size());
    const std::string advice = is_void
        ? ui.tr("seal.void_advice", {{"time", hm(old->signed_at_ms)}})
        : ready ? std::string()
                : ui.tr("seal.sign_when", {{"count", count}});
    text(ui, rest, advice,
        {.style = type::caption.with_line(is_void ? 22.0F : 26.0F),
            .color = is_void ? ui.theme().reds.ink : ui.theme().ink2,
            .place = Place::Top,
            .lines = Lines::Wrap});
}

} // namespace chibo
