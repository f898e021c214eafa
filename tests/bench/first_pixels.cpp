// Starts a program on the X display and says when its first pixels showed and what memory it holds
// then:
//
//     first_pixels [--settle SECONDS] -- PROGRAM ARGUMENTS…
//
// Prints one line of JSON. The same probe for every program, so that it measures Chromium and chibo
// alike: the screen's middle is read every millisecond until it holds more than one colour that the
// empty screen did not.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto give_up = std::chrono::seconds(60);

struct Memory {
    long rss_kb = 0; // As top shows it, shared pages counted once a process.
    long pss_kb = 0; // Shared pages divided among those that share them.
    int processes = 0;
};

/// The colours of a band of the screen, top to bottom through its middle.
std::set<unsigned long> colours(Display* display)
{
    const int screen = DefaultScreen(display);
    const int width = DisplayWidth(display, screen);
    const int height = DisplayHeight(display, screen);
    constexpr int band = 8;
    XImage* image = XGetImage(display, DefaultRootWindow(display), width / 2, 0, band,
        static_cast<unsigned>(height), AllPlanes, ZPixmap);
    std::set<unsigned long> found;
    for (int y = 0; image != nullptr && y < height; y += 2) {
        for (int x = 0; x < band; ++x)
            found.insert(XGetPixel(image, x, y) & 0xFFFFFFUL);
    }
    if (image != nullptr)
        XDestroyImage(image);
    return found;
}

/// Text and lines show, not a background alone: at least four colours.
bool something_shows(Display* display)
{
    constexpr std::size_t enough = 4;
    return colours(display).size() >= enough;
}

std::map<int, int> parents()
{
    std::map<int, int> parent_of;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const int process = std::atoi(entry.path().filename().c_str());
        std::string stat;
        if (process == 0 || !std::getline(std::ifstream(entry.path() / "stat"), stat))
            continue;
        const std::size_t after_name = stat.rfind(')');
        char state = 0;
        int parent = 0;
        if (std::sscanf(stat.c_str() + after_name + 1, " %c %d", &state, &parent) == 2)
            parent_of[process] = parent;
    }
    return parent_of;
}

bool descends(const std::map<int, int>& parent_of, int process, int ancestor)
{
    while (process > 1 && process != ancestor) {
        const auto parent = parent_of.find(process);
        process = parent == parent_of.end() ? 0 : parent->second;
    }
    return process == ancestor;
}

/// What the program and all it started hold.
Memory memory_of(int program)
{
    Memory memory;
    const auto parent_of = parents();
    for (const auto& [process, parent] : parent_of) {
        if (!descends(parent_of, process, program))
            continue;
        std::ifstream rollup("/proc/" + std::to_string(process) + "/smaps_rollup");
        long kb = 0;
        for (std::string line; std::getline(rollup, line);) {
            if (std::sscanf(line.c_str(), "Rss: %ld", &kb) == 1)
                memory.rss_kb += kb;
            else if (std::sscanf(line.c_str(), "Pss: %ld", &kb) == 1)
                memory.pss_kb += kb;
        }
        ++memory.processes;
    }
    return memory;
}

int start(char** command)
{
    const int program = fork();
    if (program == 0) {
        setpgid(0, 0);
        std::freopen("/dev/null", "w", stdout);
        execvp(command[0], command);
        std::perror(command[0]);
        _exit(127);
    }
    setpgid(program, program);
    return program;
}

int measure(char** command, int settle_s)
{
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        std::fputs("first_pixels: no X display; start it under xvfb-run\n", stderr);
        return 1;
    }
    if (something_shows(display)) {
        std::fputs("first_pixels: the display is not empty\n", stderr);
        return 1;
    }
    const auto started = Clock::now();
    const int program = start(command);
    bool shown = false;
    while (!shown && Clock::now() - started < give_up && waitpid(program, nullptr, WNOHANG) == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        shown = something_shows(display);
    }
    const std::chrono::duration<double, std::milli> took = Clock::now() - started;
    std::this_thread::sleep_for(std::chrono::seconds(settle_s));
    const Memory memory = memory_of(program);
    kill(-program, SIGTERM);
    waitpid(program, nullptr, 0);
    if (!shown) {
        std::fprintf(stderr, "first_pixels: %s showed nothing\n", command[0]);
        return 1;
    }
    constexpr double kb_a_mb = 1024.0;
    std::printf(
        "{\"first_pixels_ms\": %.0f, \"rss_mb\": %.1f, \"pss_mb\": %.1f, \"processes\": %d}\n",
        took.count(), static_cast<double>(memory.rss_kb) / kb_a_mb,
        static_cast<double>(memory.pss_kb) / kb_a_mb, memory.processes);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    int settle_s = 3;
    int at = 1;
    if (at + 1 < argc && std::string_view(argv[at]) == "--settle") {
        settle_s = std::atoi(argv[at + 1]);
        at += 2;
    }
    if (at + 1 >= argc || std::string_view(argv[at]) != "--") {
        std::fputs("usage: first_pixels [--settle SECONDS] -- PROGRAM ARGUMENTS…\n", stderr);
        return 2;
    }
    return measure(argv + at + 1, settle_s);
}
