// Paragraphs to pages: what every paper of the office is laid out with. Lengths in points.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "documents/pages.h"
#include "meeting/strokes.h"

namespace chibo {

struct PageSetup {
    double width = 0;
    double height = 0;
    double top = 0;
    double bottom = 0;
    double left = 0;
    double right = 0;
    bool mirrored = false; // Even pages exchange left and right.
    double number_from_edge = 0; // Page number, centred, from page 2 on.
    double number_size = 0;
    std::string family; // Fonts, the first that is there.

    [[nodiscard]] double text_width() const { return width - left - right; }
};

enum class FontWeight { Regular, Bold };
enum class FontSlant { Upright, Italic };
enum class ParagraphAlign { Justified, Left, Centred };
enum class Keep { No, WithNext }; // WithNext: no page ends between this and what follows.

struct Run {
    std::string text;
    FontWeight weight = FontWeight::Regular;
    FontSlant slant = FontSlant::Upright;
};

struct Paragraph {
    std::vector<Run> runs;
    double size = 0;
    ParagraphAlign align = ParagraphAlign::Justified;
    double first_line = 0;
    double space_before = 0; // Dropped at the top of a page.
    double line_spacing = 1;
    Keep keep = Keep::No;
};

/// What stands below each other in a column. A rule is exactly as long as the text right above it.
struct PaperPart {
    enum class Kind { Text, Rule, Signature, Code } kind = Kind::Text;
    Paragraph paragraph {}; // Text
    double size = 0; // Rule: its thickness; Signature: its height; Code: its side.
    Strokes strokes {}; // Signature; none leaves the space empty.
    std::string code {}; // Code
};

struct PaperColumn {
    double x = 0; // From the left margin.
    double width = 0;
    std::vector<PaperPart> parts;
};

/// Collects the paragraphs of one paper and breaks them into pages: no first or last line of a
/// paragraph alone, no heading at a page's foot.
class Flow {
public:
    explicit Flow(PageSetup setup);
    ~Flow();
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;

    void add(const Paragraph& paragraph);
    /// Columns side by side, never parted by a page's end.
    void add_columns(const std::vector<PaperColumn>& columns, double space_before, Keep keep);
    /// Stands at the foot of every page, outside the text's area.
    void set_foot(const Paragraph& paragraph);
    /// How wide the text is on one line.
    [[nodiscard]] double width_of(const Paragraph& paragraph) const;
    [[nodiscard]] const PageSetup& setup() const;

    [[nodiscard]] Pages pages(PaperInfo info);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace chibo
