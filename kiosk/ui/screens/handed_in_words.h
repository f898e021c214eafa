// What a member has handed in, section by section.
#pragma once

#include "meeting/critique.h"
#include "ui/ui.h"

namespace chibo {

/// Draws from the top of `rest` and takes what it needs off it. A section that the form does not
/// know goes by its id; no form: all do.
void draw_handed_in_sections(
    Ui& ui, Rect& rest, const HandedIn& handed_in, const CritiqueForm* form);

} // namespace chibo
