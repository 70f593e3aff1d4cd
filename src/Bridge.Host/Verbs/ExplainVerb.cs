using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bridge.Console.Wording;
using Bridge.Host.Explaining;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge explain: why a door opened or not, from the journal alone. Reads only; the service may run.</summary>
internal static class ExplainVerb
{
    public static Command Create() => new("explain", "Say why a door opened or not, from the journal.")
    {
        Create("case", "A case at a desk.", StorySubject.Case),
        Create("access", "An access: the number that a grant, a refusal and a door's events carry.", StorySubject.Access),
        Create("entry", "Any entry of the journal, by its sequence.", StorySubject.Entry),
    };

    private static Command Create(string name, string description, StorySubject subject)
    {
        var site = SiteOption.Create();
        var number = new Argument<long>("number") { Description = "Its number." };
        number.Validators.Add(result => Positive(result, name));
        var language = new Option<string>("--language") { Description = "zh or en.", DefaultValueFactory = _ => DisplayLanguage.Chinese.Code() };
        language.AcceptOnlyFromAmong([.. Enum.GetValues<DisplayLanguage>().Select(one => one.Code())]);
        var command = new Command(name, description) { number, site, language };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(site), subject, parsed.GetValue(number), DisplayLanguages.FromCode(parsed.GetValue(language)), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static void Positive(ArgumentResult result, string name)
    {
        // What is no number at all is said by the argument itself.
        if (result.Tokens.Count == 1 && long.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number < 1)
        {
            result.AddError($"{name}: expected a number from 1, not {number}.");
        }
    }

    private static async Task<int> RunAsync(
        string path, StorySubject subject, long number, DisplayLanguage language, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (reader, exit) = await OpenedJournal.OpenAsync(path, terminal.Error, cancellationToken);
        if (reader is null)
        {
            return exit;
        }

        using (reader)
        {
            var source = new EntrySource(reader.Page);
            var finder = new StoryFinder(source);
            var story = subject switch
            {
                StorySubject.Case => finder.Case(number),
                StorySubject.Access => finder.Access(number),
                StorySubject.Entry => finder.Entry(number),
            };
            if (source.Failure is { } failure)
            {
                await terminal.Error.WriteLineAsync($"The journal cannot be read ({failure})");
                return ExitCode.JournalUnusable;
            }

            if (story is null)
            {
                await terminal.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The journal knows no {subject.ToString().ToLowerInvariant()} {number}."));
                return ExitCode.NoInput;
            }

            foreach (var line in new StoryText(story, language).Lines())
            {
                await terminal.Output.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            return ExitCode.Ok;
        }
    }
}
