// One screen in every shape that it must hold: the sizes of the mock-ups, larger text, the other
// language.
#include <array>
#include <set>

#include "ui/step_layout.h"
#include "ui/step_stage.h"

namespace chibo {

namespace {

struct Layout {
    DeviceSize size;
    int text_percent;
    std::string name;
};

const std::array all_layouts {Layout {{1280, 800}, 100, "1280x800"},
    Layout {{1920, 1080}, 100, "1920x1080"}, Layout {{800, 1280}, 100, "800x1280"},
    Layout {{1280, 800}, 140, "1280x800 at 140 %"}, Layout {{800, 1280}, 140, "800x1280 at 140 %"}};

} // namespace

void StepRunner::take_shape(DeviceSize size, int text_percent, Language language)
{
    Stage& now = stage();
    if (now.strings.language() != language) {
        now.strings.set_language(language);
        now.app.read_again();
    }
    now.app.set_text_size(text_percent);
    now.surface->resize(size);
    now.ui.pace().input();
    settle();
}

/// Looks at the screen in every shape and both languages, and fails with all that does not hold.
void StepRunner::act_shapes(const Step& /*step*/)
{
    const Language language = stage().strings.language();
    std::set<std::string> told;
    std::string faults;
    for (const Language spoken : {Language::Vietnamese, Language::English}) {
        for (const Layout& shape : all_layouts) {
            take_shape(shape.size, shape.text_percent, spoken);
            for (const std::string& fault : layout_faults(stage().ui.seen(), stage().ui.bounds(),
                     static_cast<float>(shape.text_percent) / 100)) {
                if (told.insert(fault).second)
                    faults += "\n  " + shape.name + ": " + fault;
            }
        }
    }
    take_shape(m_size, m_text_percent, language);
    if (!faults.empty())
        throw StepFailure("does not hold:" + faults);
}

} // namespace chibo
