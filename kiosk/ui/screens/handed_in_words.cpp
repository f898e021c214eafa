#include "ui/screens/handed_in_words.h"

#include <algorithm>

#include "ui/screens/critique_words.h"
#include "ui/text.h"
#include "ui/tied.h"

namespace chibo {
namespace {

std::string title_of(const Ui& ui, const HandedIn::Section& section, const CritiqueForm* form)
{
    if (form == nullptr)
        return section.id;
    const auto known = std::ranges::find(form->sections, section.id, &CritiqueSection::id);
    return known == form->sections.end() ? section.id : label_of(ui, known->label);
}

} // namespace

void draw_handed_in_sections(
    Ui& ui, Rect& rest, const HandedIn& handed_in, const CritiqueForm* form)
{
    for (const HandedIn::Section& section : handed_in.sections) {
        text(ui, rest.cut_top(28, 4), title_of(ui, section, form),
            {.style = type::label, .color = ui.theme().ink});
        const TextExtent drawn = text(ui, rest, tied(section.text),
            {.style = type::body.with_line(30),
                .color = ui.theme().ink,
                .place = Place::Top,
                .lines = Lines::Wrap});
        rest.cut_top(drawn.h, 20);
    }
}

} // namespace chibo
