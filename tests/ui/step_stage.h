// What a step file plays on; a restart makes it anew.
#pragma once

#include <imgui.h>

#include "record/data_folder.h"
#include "ui/step_runner.h"

namespace chibo {

struct StepRunner::Stage {
    Stage(std::unique_ptr<Surface> where, RecordFolder folder, const Clock& clock, Random& random) :
        surface(std::move(where)), strings(data_folder() / "strings"), ui(clock, strings, fonts),
        app(std::move(folder), clock, random, ui)
    {
        app.still();
    }

    std::unique_ptr<Surface> surface;
    Strings strings;
    Fonts fonts;
    Ui ui;
    App app;
};

} // namespace chibo
