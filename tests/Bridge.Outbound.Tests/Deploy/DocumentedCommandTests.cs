using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Deploy;

/// <summary>The commands that a newcomer is told to type, typed at the embedded broker that he has.</summary>
public sealed partial class DocumentedCommandTests
{
    private const string Topic = "ab/v1/tower-1/door/lobby-main/event/heard";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Commands
    {
        get
        {
            TheoryData<string, string> commands = [];
            foreach (string file in new[] { "README.md", "docs/mqtt/README.md", "simulators/Bridge.Simulators.Cli/Demo/Guide.cs" })
            {
                MatchCollection found = Command().Matches(RepositoryFiles.Text(file));
                Assert.NotEmpty(found);
                foreach (Match match in found)
                {
                    commands.Add(file, match.Groups[1].Value.Trim());
                }
            }

            return commands;
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task It_hears_the_doors(string file, string arguments) => Assert.True(await HearsAsync(arguments) == 0, $"{file}: {arguments}");

    [Fact]
    public async Task Without_a_name_nobody_is_let_in() // Positive control: the check must see a command that does not work.
        => Assert.NotEqual(0, await HearsAsync("-h 127.0.0.1 -p 1883 -t 'ab/#' -v"));

    private static async Task<int> HearsAsync(string arguments)
    {
        string program = ExternalProgram.Require("/usr/bin/mosquitto_sub", "/usr/local/bin/mosquitto_sub");
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync("tower-1", Token);
        await using MqttChannel channel = new(broker.Bridge("tower-1"), TimeProvider.System);
        await channel.ConnectAsync(Token);
        await channel.PublishStateAsync([new(Topic, "x"u8.ToArray(), "text/plain")], Token);
        string port = broker.Port.ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> words = Port().Replace(arguments, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\''));
        using Process process = ExternalProgram.Start(program, [.. words, "-p", port, "-C", "1", "-W", "10"]);
        await process.WaitForExitAsync(Token);
        return process.ExitCode;
    }

    [GeneratedRegex(@"mosquitto_sub (-h 127\.0\.0\.1[^|\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"-p \S+")]
    private static partial Regex Port();
}
