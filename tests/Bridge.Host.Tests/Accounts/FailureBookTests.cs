using Bridge.Host.Accounts.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Accounts;

/// <summary>How many guesses somebody gets who has all the time there is.</summary>
public sealed class FailureBookTests(ITestOutputHelper output)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void EachFailureAfterTheFifthHasToWaitLonger()
    {
        var book = new FailureBook(time);
        var waits = new List<double>();
        while (waits.Count < FailureBook.Most)
        {
            Assert.False(book.IsLocked("mei", null));
            var wait = book.Fail("mei", null);
            waits.Add(wait.TotalMinutes);
            time.Advance(wait < TimeSpan.Zero ? TimeSpan.FromDays(3650) : wait);
        }

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 15, 15], waits.Take(10));
        Assert.All(waits.Skip(10).SkipLast(1), wait => Assert.Equal(15, wait));
        Assert.True(book.IsLocked("mei", null), "a hundred in a row close the name, whatever time passes");
    }

    /// <summary>100 000 guesses by somebody who always waits as long as he has to, at one name and at a thousand.</summary>
    [Theory]
    [InlineData(1, "one account")]
    [InlineData(1000, "many accounts")]
    public void NobodyIsGuessedAtMoreThanAHundredTimes(int names, string why)
    {
        const int Guesses = 100_000;
        var book = new FailureBook(time);
        var looked = new int[names];
        for (var guess = 0; guess < Guesses; guess++)
        {
            var name = guess % names;
            if (!book.IsLocked($"name {name}", null))
            {
                looked[name]++;
                book.Fail($"name {name}", null);
            }

            time.Advance(FailureBook.LongestWait);
        }

        output.WriteLine($"{why}: {Guesses} guesses in {Guesses / 96} days, {looked.Max()} looked at of each name");
        Assert.All(looked, count => Assert.Equal(Math.Min(FailureBook.Most, Guesses / names), count));
    }

    [Fact]
    public void NamesMadeUpByTheThousandDoNotPushOutTheOneThatIsGuessed()
    {
        var book = new FailureBook(time);
        for (var failure = 0; failure < FailureBook.Quick; failure++)
        {
            book.Fail("mei", null);
        }

        for (var number = 0; number < 100_100; number++)
        {
            book.Fail($"made up {number}", null);
        }

        Assert.True(book.IsLocked("mei", null));
        Assert.False(book.IsLocked("made up 1", null));
    }

    [Fact]
    public void AStrangerKeepsNobodyFromHisDesk()
    {
        var book = new FailureBook(time);
        Close(book, null);
        Assert.True(book.IsLocked("mei", null));
        Assert.False(book.IsLocked("mei", "desk-1"));
        book.Forget("mei", "desk-1");
        Assert.True(book.IsLocked("mei", null), "who is right at the desk gives those elsewhere no new guesses");
        Close(book, "desk-1");
        Assert.True(book.IsLocked("MEI", "desk-1"), "the desk has its own hundred");
        Assert.False(book.IsLocked("mei", "desk-2"));
    }

    [Fact]
    public void ANewPasswordIsAnewToBeGuessed()
    {
        var book = new FailureBook(time);
        Close(book, null);
        Close(book, "desk-1");
        book.Forget("mei");
        Assert.False(book.IsLocked("mei", null) || book.IsLocked("mei", "desk-1"));
    }

    private static void Close(FailureBook book, string? desk)
    {
        for (var failure = 0; failure < FailureBook.Most; failure++)
        {
            book.Fail("mei", desk);
        }
    }
}
