// chibo_steps FILE…: plays step files, prints the failing line, and leaves a picture of it.
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "ui/step_runner.h"

namespace {

using namespace chibo;

/// The story lies in tests/ui, the step files there or in a folder below.
std::filesystem::path story_beside(const std::filesystem::path& file)
{
    const auto folder = std::filesystem::absolute(file).parent_path();
    const auto beside = folder / "the_meeting.story";
    return std::filesystem::exists(beside) ? beside : folder.parent_path() / "the_meeting.story";
}

bool play(const std::filesystem::path& file, StepOptions options)
{
    int line = 0;
    options.story = story_beside(file);
    StepRunner runner(options);
    try {
        for (const Step& step : read_steps(file)) {
            line = step.line;
            runner.run(step);
        }
        std::cout << file.string() << ": ok\n" << std::flush;
        return true;
    } catch (const std::exception& failure) {
        const auto picture = options.pictures / "failed" / (file.stem().string() + ".png");
        std::cerr << file.string() << ":" << line << ": " << failure.what() << "\n";
        try {
            runner.save_picture(picture);
            std::cerr << "  the screen: " << picture.string() << "\n";
        } catch (const std::exception& no_picture) {
            std::cerr << "  no picture: " << no_picture.what() << "\n";
        }
        return false;
    }
}

int usage()
{
    std::cerr << "usage: chibo_steps [--window] [--shapes] [--pictures FOLDER] [--scratch FOLDER] "
                 "FILE…\n";
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    StepOptions options {.window = false,
        .pictures = "build/pictures",
        .scratch = "build/step-records",
        .story = {}};
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--window")
            options.window = true;
        else if (word == "--shapes")
            options.shapes = true;
        else if (word == "--pictures" && i + 1 < argc)
            options.pictures = argv[++i];
        else if (word == "--scratch" && i + 1 < argc)
            options.scratch = argv[++i];
        else if (word.starts_with("--"))
            return usage();
        else
            files.emplace_back(word);
    }
    if (files.empty())
        return usage();
    // What a step exports stays with its records.
    setenv("CHIBO_DOCUMENTS", std::filesystem::absolute(options.scratch / "documents").c_str(), 0);
    int failed = 0;
    for (const auto& file : files)
        failed += play(file, options) ? 0 : 1;
    return failed == 0 ? 0 : 1;
}
