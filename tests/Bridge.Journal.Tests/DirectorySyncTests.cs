using Bridge.Journal.Storage;

namespace Bridge.Journal.Tests;

/// <summary>The first start makes the journal's name durable, on every processor that the product runs on.</summary>
public sealed class DirectorySyncTests
{
    [Theory]
    [InlineData(0x4000, "O_DIRECT on x86, O_DIRECTORY on ARM")]
    [InlineData(0x8000, "O_LARGEFILE on x86, O_NOFOLLOW on ARM")]
    [InlineData(0x10000, "O_DIRECTORY on x86, O_DIRECT on ARM: opening a directory with it fails there")]
    [InlineData(0x20000, "O_NOFOLLOW on x86, O_LARGEFILE on ARM")]
    public void Opens_with_no_flag_that_means_something_else_on_another_processor(int flag, string why) =>
        Assert.True((DirectorySync.ReadOnly & flag) == 0, why);

    [Fact]
    public void Syncs_the_directory_of_a_file_and_says_when_there_is_none()
    {
        using var folder = new TemporaryFolder();
        DirectorySync.Sync(folder.File("any"));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere there is nothing to sync");
        Assert.Throws<IOException>(() => DirectorySync.Sync(Path.Combine(folder.File("missing"), "any")));
    }
}
