// What stands where on each page. Private to documents/: the only header that knows Pango.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include <pango/pangocairo.h>

#include "documents/pages.h"
#include "meeting/strokes.h"

namespace chibo {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using LayoutPtr = std::shared_ptr<PangoLayout>; // A line is drawn from the layout that made it.

struct TextMark {
    LayoutPtr layout;
    int line = 0;
    double x = 0;
    double y = 0; // The baseline.
};
struct RuleMark {
    double x = 0;
    double y = 0;
    double width = 0;
    double thickness = 0;
};
struct StrokesMark {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Strokes strokes;
};
struct CodeMark {
    double x = 0;
    double y = 0;
    double side = 0;
    std::vector<std::vector<bool>> modules;
};
using PaperMark = std::variant<TextMark, RuleMark, StrokesMark, CodeMark>;

struct DrawnPage {
    std::vector<PaperMark> marks;
};

struct DrawnPages {
    double width = 0;
    double height = 0;
    std::vector<DrawnPage> pages;
    PaperInfo info;
    std::uint64_t fingerprint = 0;
};

} // namespace chibo
