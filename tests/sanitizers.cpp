// What the leak sanitizer overlooks: libraries that keep their tables until the process ends.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() // NOLINT: the sanitizer's own name.
{
    return "leak:libfontconfig\n"
           "leak:libpango\n"
           "leak:libglib\n"
           "leak:libgobject\n"
           "leak:libcairo\n"
           "leak:libEGL\n"
           "leak:libGLX\n"
           "leak:libgallium\n"
           "leak:swrast_dri\n"
           "leak:libLLVM\n"
           "leak:libX11\n";
}
#endif
